import { and, eq, sql } from "drizzle-orm";
import { type Claim, type KeyedRequest, keptIn, leaseEnd } from "@/lib/db/claim";
import type { Db } from "@/lib/db/client";
import { prepared } from "@/lib/db/prepared";
import { idempotencyKeys } from "@/lib/db/schema/requests";
import { AppError } from "@/lib/kernel/errors";

/** What a request was answered, word for word. */
export type FirstAnswer = { status: number; body: string };

/**
 * Decides, before any work, whether a keyed request is new. Writes nothing for a new one: the first
 * transaction of its work will claim it.
 *
 * @returns its first answer, or a claim to work with. The claim of a request whose holder has not
 *   answered in time is taken over, by one of those who ask, with what had been committed.
 * @throws AppError `id_reused` when the key stands for another request of this person;
 *   `request_in_progress` while somebody works on it.
 */
export async function admitRequest(db: Db, request: KeyedRequest): Promise<FirstAnswer | Claim> {
  const found = await findRequest(db, request);
  if (!found) return { request, earlier: null, lease: null, isCommitted: false };
  if (found.answer) return found.answer;
  const taken = found.isRunning ? null : await takeOver(db, request);
  if (!taken) throw new AppError("request_in_progress");
  return { request, earlier: keptIn(taken.kept), lease: taken.lease, isCommitted: true };
}

type Found = { answer: FirstAnswer | null; isRunning: boolean };

/**
 * What is known of a keyed request now; `null` when nothing is.
 *
 * @throws AppError `id_reused`, as `admitRequest`.
 */
export async function findRequest(db: Db, { userId, key, requestHash }: KeyedRequest): Promise<Found | null> {
  const [row] = await readRequest(db, { userId, key });
  if (!row) return null;
  if (row.requestHash !== requestHash) throw new AppError("id_reused");
  const { status, body, isRunning } = row;
  return { answer: status === null || body === null ? null : { status, body }, isRunning };
}

type Row = { requestHash: string; status: number | null; body: string | null; isRunning: boolean };

const readRequest = prepared<{ userId: string; key: string }, Row[]>((build) =>
  build
    .select({
      requestHash: idempotencyKeys.requestHash,
      status: idempotencyKeys.status,
      body: idempotencyKeys.body,
      isRunning: sql<boolean>`${idempotencyKeys.runningUntil} > clock_timestamp()`,
    })
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.userId, sql.placeholder("userId")), eq(idempotencyKeys.key, sql.placeholder("key"))))
    .prepare("find_keyed_request"),
);

type Taken = { lease: string; kept: Uint8Array | null };

/** One statement, so that of many who find the same time run out exactly one goes on. */
async function takeOver(db: Db, { userId, key, requestHash }: KeyedRequest): Promise<Taken | null> {
  const [taken] = await db.execute<Taken>(sql`
    update idempotency_keys set running_until = ${leaseEnd}
    where user_id = ${userId}::uuid and key = ${key} and request_hash = ${requestHash}
      and status is null and running_until <= clock_timestamp()
    returning running_until::text as lease, results[1] as kept`);
  return taken ?? null;
}
