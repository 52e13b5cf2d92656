import { AppError } from "@/lib/kernel/errors";

/**
 * Refuses a cross-site request that would ride on the browser's session cookie. Browsers send
 * `Sec-Fetch-Site` or `Origin` with every unsafe request; a client that sends neither has no
 * cookie that somebody else could borrow.
 *
 * @throws AppError `forbidden`.
 */
export function assertSameOrigin(request: Request): void {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) {
    if (site === "same-origin" || site === "none") return;
    throw new AppError("forbidden");
  }
  const origin = request.headers.get("origin");
  if (origin === null) return;
  if (!URL.canParse(origin) || new URL(origin).host !== request.headers.get("host")) throw new AppError("forbidden");
}
