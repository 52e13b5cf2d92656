import { getToken } from "next-auth/jwt";
import { env } from "@/lib/env";
import { type Actor, ROLES } from "@/lib/kernel/actor";

const COOKIE = "authjs.session-token";
// What next-auth calls the same cookie where pages are served over TLS.
const SECURE_COOKIE = `__Secure-${COOKIE}`;

/** Whether the request carries a session at all, true or forged. */
export const hasSessionCookie = (headers: Headers): boolean => headers.get("cookie")?.includes(COOKIE) === true;

/** Who is signed in on this browser, or `null`. Reads the cookie only, so that it serves outside of Next, too. */
export async function readSession(headers: Headers): Promise<Actor | null> {
  if (!env.AUTH_SECRET || !hasSessionCookie(headers)) return null;
  const secureCookie = headers.get("cookie")?.includes(SECURE_COOKIE) === true;
  const cookieName = secureCookie ? SECURE_COOKIE : COOKIE;
  const token = await getToken({
    req: { headers },
    secret: env.AUTH_SECRET,
    secureCookie,
    cookieName,
    salt: cookieName,
  });
  const role = ROLES.find((known) => known === token?.role);
  return token?.sub && role ? { userId: token.sub, role } : null;
}
