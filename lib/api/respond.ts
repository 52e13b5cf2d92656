import { ERRORS } from "@/lib/kernel/errors";
import type { Failure } from "@/lib/kernel/result";
import { toWireDetails } from "./error-details";

const RETRY_AFTER_SECONDS = 1;

/** A refusal as every route answers it. */
export function failure({ code, message, details, requestId }: Failure): Response {
  const { status, retryable } = ERRORS[code];
  const headers = new Headers({ "Cache-Control": "no-store" });
  if (retryable) headers.set("Retry-After", String(details.retryAfterSeconds ?? RETRY_AFTER_SECONDS));
  // RFC 6750 wants a client to be told how to say who it is.
  if (status === 401)
    headers.set("WWW-Authenticate", `Bearer${code === "invalid_token" ? ' error="invalid_token"' : ""}`);
  return Response.json(
    { error: { code, message, ...toWireDetails(code, details), request_id: requestId } },
    { status, headers },
  );
}
