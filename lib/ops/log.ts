import pino from "pino";
import { pgErrorOf } from "@/lib/db/pg-error";
import { env } from "@/lib/env";

/**
 * What a log line tells of an error: its kind, a driver's code, and the place in our code. Never a
 * driver's message, which carries SQL and its parameters, and never a whole stack trace.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const database = pgErrorOf(error);
  const cause = error.cause instanceof Error ? { cause: describeError(error.cause) } : {};
  const place = error.stack?.split("\n").find((line) => line.includes(" at ") && !line.includes("node_modules"));
  return {
    type: error.name,
    ...(database ? { code: database.code, constraint: database.constraint } : { message: error.message }),
    at: place?.trim().replace(/^at /, ""),
    ...(database ? {} : cause),
  };
}

/** Structured lines on standard output. Passwords, tokens and card numbers never get this far; these paths make sure. */
export const log = pino({
  level: env.LOG_LEVEL,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: describeError },
  redact: [
    "password",
    "*.password",
    "token",
    "*.token",
    "authorization",
    "*.authorization",
    "cookie",
    "*.cookie",
    "card",
    "*.card",
  ],
});
