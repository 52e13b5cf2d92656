import { createHash } from "node:crypto";
import { type Claim, claimedBy } from "@/lib/db/claim";
import type { Db } from "@/lib/db/client";
import { AppError, ERRORS, type ErrorCode } from "@/lib/kernel/errors";
import type { Locale } from "@/lib/kernel/locale";
import type { Result } from "@/lib/kernel/result";
import { log } from "@/lib/ops/log";
import { admitRequest, type FirstAnswer, findRequest } from "@/lib/requests/admit-request";
import { keepAnswer, leaveRequest } from "@/lib/requests/keep-answer";
import { type Admission, type Call, failureOf } from "./perform";
import { failure } from "./respond";

const KEY = /^[\x21-\x7e]{1,255}$/;

/** Whoever is nobody has no keys, and `Idempotency-Key` has no effect for them. */
type Held = { db: Db; claim: Claim; locale: Locale } | null;

/** Thrown instead of doing the work: there is an answer. */
class AnsweredBefore extends Error {
  constructor(readonly answer: FirstAnswer) {
    super("answered before");
  }
}

/**
 * Answers a request that its sender may repeat under `key`: its work is done once, and every repeat
 * gets the first answer to the letter, marked `Idempotency-Replayed`. A refusal that has written
 * nothing is not kept: sent again, the request is tried again. A key belongs to one person.
 */
export async function answerOnce<T>(
  key: string,
  call: Call,
  perform: (call: Call) => Promise<Result<T>>,
  respond: (result: Result<T>) => Response,
): Promise<Response> {
  let held: Held = null;
  const admit = async (admission: Admission) => {
    const claim = await claimOf(key, admission);
    const { services } = admission;
    if (!claim) return services;
    held = { db: services.db, claim, locale: call.locale };
    return { ...services, db: claimedBy(services.db, claim) };
  };
  try {
    const result = await perform({ ...call, admit, rethrow: rethrowAnswer });
    const response = respond(result);
    return await remember(held, result, response);
  } catch (thrown) {
    if (thrown instanceof AnsweredBefore) return replay(thrown.answer);
    throw thrown;
  }
}

/** @throws AppError `invalid_input`, and as `admitRequest`. */
async function claimOf(key: string, { actor, operation, input, services }: Admission): Promise<Claim | null> {
  if (!actor) return null;
  if (!KEY.test(key)) throw new AppError("invalid_input", { fields: { "Idempotency-Key": ["invalid_format"] } });
  const requestHash = createHash("sha256")
    .update(JSON.stringify([operation, input]))
    .digest("hex");
  const admitted = await admitRequest(services.db, { userId: actor.userId, key, operation, requestHash });
  if ("body" in admitted) throw new AnsweredBefore(admitted);
  return admitted;
}

function rethrowAnswer(thrown: unknown): void {
  if (thrown instanceof AnsweredBefore) throw thrown;
}

/** The answer to give. What was done is done: when it cannot be remembered, it is answered all the same. */
async function remember<T>(held: Held, result: Result<T>, response: Response): Promise<Response> {
  if (!held) return response;
  const { db, claim } = held;
  try {
    if (result.ok) return await keep(held, response);
    if (claim.lease === null) return (await answerOfTwin(held)) ?? response;
    if (claim.isCommitted && isFinal(result.error.code)) return await keep(held, response);
    await leaveRequest(db, claim);
  } catch (error) {
    log.warn({ err: error, operation: claim.request.operation }, "A first answer could not be kept");
  }
  return response;
}

async function keep({ db, claim }: NonNullable<Held>, response: Response): Promise<Response> {
  const answer = { status: response.status, body: await response.clone().text() };
  const first = await keepAnswer(db, claim, answer);
  if (first !== answer) return replay(first);
  // Sent again it would be the same answer, so waiting for another makes no sense.
  response.headers.delete("Retry-After");
  return response;
}

/** For a request refused before it could claim: perhaps by what the same one, sent twice at once, has just done. */
async function answerOfTwin({ db, claim, locale }: NonNullable<Held>): Promise<Response | null> {
  const twin = await findRequest(db, claim.request);
  if (!twin) return null;
  if (twin.answer) return replay(twin.answer);
  return failure(failureOf(new AppError("request_in_progress"), { operation: claim.request.operation, locale }));
}

/** Of a failure that was committed: a repeat would find it again. An unreachable gateway has ended that attempt for good. */
function isFinal(code: ErrorCode): boolean {
  return code === "gateway_unavailable" || (code !== "internal" && !ERRORS[code].retryable);
}

function replay({ status, body }: FirstAnswer): Response {
  const headers = {
    "Content-Type": "application/json",
    "Cache-Control": "no-store",
    "Idempotency-Replayed": "true",
  };
  return new Response(body, { status, headers });
}
