import { AppError } from "@/lib/kernel/errors";
import { settings } from "@/lib/settings";

/**
 * Demands proof that a request which rides on the browser's session cookie comes from our own pages.
 * Browsers send `Sec-Fetch-Site` or `Origin` with every unsafe request; whoever sends neither can
 * send a token instead.
 * Our host is the one that was asked for, or what a proxy of ours says that it was asked for.
 *
 * @throws AppError `forbidden`.
 */
export function assertSameOrigin(headers: Headers, trustedProxies: number = settings.trustedProxies): void {
  const site = headers.get("sec-fetch-site");
  if (site !== null) {
    if (site === "same-origin") return;
    throw new AppError("forbidden", { reason: "not_same_origin" });
  }
  const origin = headers.get("origin");
  const host = (trustedProxies > 0 && headers.get("x-forwarded-host")) || headers.get("host");
  if (origin && URL.canParse(origin) && new URL(origin).host === host) return;
  throw new AppError("forbidden", { reason: "not_same_origin" });
}
