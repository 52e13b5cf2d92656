import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { isConnectionLost, lacksPerson } from "@/lib/db/pg-error";
import type { Endpoint, Who } from "@/lib/endpoints/endpoint";
import type { Actor } from "@/lib/kernel/actor";
import { AppError, ERRORS } from "@/lib/kernel/errors";
import type { Locale } from "@/lib/kernel/locale";
import type { Failure, Result } from "@/lib/kernel/result";
import { log } from "@/lib/ops/log";
import { operationSeconds } from "@/lib/ops/metrics";
import type { Services } from "@/lib/services";
import { assertStorable } from "./storable";

/** A request whose sender and meaning are known. */
export type Admission = { actor: Actor | null; operation: string; input: unknown; services: Services };

export type Call = {
  /** Opened on first use. */
  services: () => Services;
  /** The input as it was sent. May refuse, by AppError. */
  read: () => Promise<unknown>;
  /** Who asks. May refuse, by AppError. */
  identify: () => Promise<Actor | null>;
  locale: Locale;
  /** Whose connection it came over. */
  address: string;
  idempotencyKey: string | null;
  queuePassOf: (scheduleId: string) => string | null;
  /** Marks a cache tag stale; how differs between an action and a route. */
  invalidate: (tag: string) => void;
  /** The last word before the work: with what it is done. May refuse, by AppError. */
  admit?: (admission: Admission) => Promise<Services>;
  /** Throws on what is control flow and no failure. */
  rethrow?: (thrown: unknown) => void;
};

/**
 * Authenticates, validates, runs, and turns whatever was thrown into a Result. Expected failures
 * keep their code; anything else is logged with the request id and reaches the caller as `internal`,
 * without its message.
 */
export async function perform<W extends Who, S extends z.ZodType, T>(
  endpoint: Endpoint<W, S, T>,
  call: Call,
): Promise<Result<T>> {
  const observe = operationSeconds.startTimer({ operation: endpoint.name });
  try {
    const actor = await call.identify();
    if (endpoint.who !== "anyone" && !actor) throw new AppError("unauthenticated");
    const input = parse(endpoint.input, await call.read());
    const sources = call.services();
    const services = (await call.admit?.({ actor, operation: endpoint.name, input, services: sources })) ?? sources;
    const { locale, address, idempotencyKey, queuePassOf } = call;
    const context = { services, locale, address, idempotencyKey, queuePassOf };
    // `who` decided above whether null may stand here; the compiler cannot follow it.
    const data = await endpoint.run(actor as Actor, input, context);
    for (const tag of endpoint.touches?.(input, data) ?? []) call.invalidate(tag);
    observe({ outcome: "ok" });
    return { ok: true, data };
  } catch (thrown) {
    call.rethrow?.(thrown);
    const error = failureOf(thrown, { operation: endpoint.name, locale: call.locale });
    observe({ outcome: error.code });
    return { ok: false, error };
  }
}

/** What the caller is told of whatever was thrown. A fault of ours is logged, under the id that the caller is given. */
export function failureOf(thrown: unknown, { operation, locale }: { operation: string; locale: Locale }): Failure {
  const requestId = randomUUID();
  const { code, details, cause } = toAppError(thrown);
  if (code === "internal") log.error({ operation, requestId, err: cause }, "operation failed");
  return { code, message: ERRORS[code][locale], details, requestId };
}

function parse<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return assertStorable(parsed.data);
  const fields: Record<string, string[]> = {};
  for (const issue of parsed.error.issues) {
    const path = issue.path.join(".") || "_";
    fields[path] = [...(fields[path] ?? []), issue.code];
  }
  throw new AppError("invalid_input", { fields });
}

function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (isConnectionLost(thrown)) return new AppError("read_only", {}, { cause: thrown });
  // A token outlives its person where a database was replaced.
  if (lacksPerson(thrown)) return new AppError("invalid_token", {}, { cause: thrown });
  return new AppError("internal", {}, { cause: thrown });
}
