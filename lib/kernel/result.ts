import type { ErrorCode, ErrorDetails } from "./errors";

/** What crosses the wire when an operation fails: a code to branch on and a sentence to show. */
export type Failure = {
  code: ErrorCode;
  /** In the reader's language; safe to show. */
  message: string;
  details: ErrorDetails;
  /** Quote this to support; the same id stands in the log. */
  requestId: string;
};

/** The answer of a server action. Actions never throw to the browser. */
export type Result<T> = { ok: true; data: T } | { ok: false; error: Failure };
