import { readAccessToken } from "@/lib/accounts/access-token";
import { API_KEY_PREFIX, readApiKey } from "@/lib/accounts/api-keys";
import { hasSessionCookie, readSession } from "@/lib/auth/read-session";
import type { Actor, ApiScope } from "@/lib/kernel/actor";
import { AppError } from "@/lib/kernel/errors";
import type { Services } from "@/lib/services";
import { assertSameOrigin } from "./same-origin";

/** What a personal key must be allowed for a request; "none": whoever it is may; "never": no key may, only its person. */
export type NeededScope = ApiScope | "none" | "never";

const BEARER = /^Bearer +([\x21-\x7e]+)$/i;

/**
 * Who sends this request: by its bearer token or personal key, else by the browser's session, else
 * nobody. A token that is not good is refused even where nobody needs to be known, because its sender
 * believes to be somebody.
 *
 * @throws AppError `invalid_token`; `insufficient_scope` for a key that does not allow this;
 *   `forbidden` when a session rides on a request that changes something and was not sent by our own pages.
 */
export async function identify(
  { method, headers }: Request,
  needed: NeededScope,
  services: () => Services,
): Promise<Actor | null> {
  const authorization = headers.get("authorization");
  if (authorization !== null) {
    const token = BEARER.exec(authorization)?.[1];
    if (token === undefined) throw new AppError("invalid_token");
    if (!token.startsWith(API_KEY_PREFIX)) return readAccessToken(token);
    const { actor, scopes } = await readApiKey(services().db, token);
    if (needed !== "none" && !scopes.some((scope) => scope === needed))
      throw new AppError("insufficient_scope", { needed });
    return actor;
  }
  if (method !== "GET" && hasSessionCookie(headers)) assertSameOrigin(headers);
  return readSession(headers);
}
