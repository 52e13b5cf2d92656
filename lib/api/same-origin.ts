import { AppError } from "@/lib/kernel/errors";

/**
 * Demands proof that a request which rides on the browser's session cookie comes from our own pages.
 * Browsers send `Sec-Fetch-Site` or `Origin` with every unsafe request; whoever sends neither can
 * send a token instead.
 *
 * @throws AppError `forbidden`.
 */
export function assertSameOrigin(headers: Headers): void {
  const site = headers.get("sec-fetch-site");
  if (site !== null) {
    if (site === "same-origin") return;
    throw new AppError("forbidden", { reason: "not_same_origin" });
  }
  const origin = headers.get("origin");
  if (origin && URL.canParse(origin) && new URL(origin).host === headers.get("host")) return;
  throw new AppError("forbidden", { reason: "not_same_origin" });
}
