/**
 * A place to return to after signing in: a path of this site, or "/" for anything else. An absolute
 * or protocol-relative address would let a link on our sign-in page lead to somebody else's site.
 */
export function safeReturnTo(candidate: unknown): string {
  if (typeof candidate !== "string" || !candidate.startsWith("/")) return "/";
  const base = "http://rowlock.invalid";
  if (!URL.canParse(candidate, base)) return "/";
  const url = new URL(candidate, base);
  return url.origin === base ? `${url.pathname}${url.search}${url.hash}` : "/";
}
