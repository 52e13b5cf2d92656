import { readAccessToken } from "@/lib/accounts/access-token";
import { hasSessionCookie, readSession } from "@/lib/auth/read-session";
import type { Actor } from "@/lib/kernel/actor";
import { AppError } from "@/lib/kernel/errors";
import { assertSameOrigin } from "./same-origin";

const BEARER = /^Bearer +([\x21-\x7e]+)$/i;

/**
 * Who sends this request: by its bearer token, else by the browser's session, else nobody. A token that
 * is not good is refused even where nobody needs to be known, because its sender believes to be somebody.
 *
 * @throws AppError `invalid_token`; `forbidden` when a session rides on a request that changes something
 *   and was not sent by our own pages.
 */
export async function identify({ method, headers }: Request): Promise<Actor | null> {
  const authorization = headers.get("authorization");
  if (authorization !== null) {
    const token = BEARER.exec(authorization)?.[1];
    if (token === undefined) throw new AppError("invalid_token");
    return readAccessToken(token);
  }
  if (method !== "GET" && hasSessionCookie(headers)) assertSameOrigin(headers);
  return readSession(headers);
}
