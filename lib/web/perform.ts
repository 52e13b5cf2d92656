import "server-only";
import { randomUUID } from "node:crypto";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { currentActor } from "@/lib/auth/session";
import { isConnectionLost } from "@/lib/db/pg-error";
import type { Actor } from "@/lib/kernel/actor";
import { AppError, ERRORS } from "@/lib/kernel/errors";
import type { Result } from "@/lib/kernel/result";
import { log } from "@/lib/ops/log";
import { operationSeconds } from "@/lib/ops/metrics";
import type { Endpoint, Who } from "./endpoint";
import { localeOf } from "./locale";
import { services } from "./services";

type Call = {
  raw: unknown;
  headers: Headers;
  /** Marks a cache tag stale; how differs between an action and a route. */
  invalidate: (tag: string) => void;
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
  const requestId = randomUUID();
  const locale = localeOf(call.headers);
  const observe = operationSeconds.startTimer({ operation: endpoint.name });
  try {
    const actor = await currentActor();
    if (endpoint.who !== "anyone" && !actor) throw new AppError("unauthenticated");
    const input = parse(endpoint.input, call.raw);
    const context = { services: services(), locale, idempotencyKey: call.headers.get("idempotency-key") };
    // `who` decided above whether null may stand here; the compiler cannot follow it.
    const data = await endpoint.run(actor as Actor, input, context);
    for (const tag of endpoint.touches?.(input, data) ?? []) call.invalidate(tag);
    observe({ outcome: "ok" });
    return { ok: true, data };
  } catch (thrown) {
    unstable_rethrow(thrown); // redirect() and notFound() are control flow, not failures.
    const error = toAppError(thrown);
    observe({ outcome: error.code });
    if (error.code === "internal")
      log.error({ operation: endpoint.name, requestId, err: error.cause }, "operation failed");
    return {
      ok: false,
      error: { code: error.code, message: ERRORS[error.code][locale], details: error.details, requestId },
    };
  }
}

function parse<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
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
  return new AppError("internal", {}, { cause: thrown });
}
