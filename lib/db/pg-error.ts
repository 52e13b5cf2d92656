/** The parts of a driver error that decide what happened. */
export type PgError = { code: string; constraint: string | undefined };

const CAUSE_DEPTH_MAX = 5;

/** Finds the driver's error under the wrappers (drizzle-orm hides it in `cause`); `null` when it is none. */
export function pgErrorOf(error: unknown): PgError | null {
  let current = error;
  for (let depth = 0; depth < CAUSE_DEPTH_MAX && current instanceof Error; depth++) {
    if ("code" in current && typeof current.code === "string") {
      const constraint = "constraint_name" in current ? current.constraint_name : undefined;
      return { code: current.code, constraint: typeof constraint === "string" ? constraint : undefined };
    }
    current = current.cause;
  }
  return null;
}

const CONNECTION_LOST = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOENT",
  "ETIMEDOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
  "57P01", // admin_shutdown
  "57P02", // crash_shutdown
  "57P03", // cannot_connect_now
  "53300", // too_many_connections
]);

/** True when the database could not be reached or went away, so that nothing can be said of the statement's fate. */
export function isConnectionLost(error: unknown): boolean {
  const code = pgErrorOf(error)?.code;
  return code !== undefined && CONNECTION_LOST.has(code);
}

/** True when `error` is the violation of exactly this named constraint or unique index. */
export function violates(error: unknown, constraint: string): boolean {
  return pgErrorOf(error)?.constraint === constraint;
}

const OF_A_PERSON = /_(user|held_by|account)_fk$/;

/** True when something was written for a person who is not there: their account is gone, or was never here. */
export function lacksPerson(error: unknown): boolean {
  const found = pgErrorOf(error);
  return found?.code === "23503" && OF_A_PERSON.test(found.constraint ?? "");
}
