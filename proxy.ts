import type { NextRequest } from "next/server";
import createIntlMiddleware from "next-intl/middleware";
import { routing } from "@/lib/i18n/addresses";

const localise = createIntlMiddleware(routing);

/** Finds the language of a page from its address, cookie or browser. Never a place for authorisation. */
export function proxy(request: NextRequest) {
  return localise(request);
}

export const config = {
  matcher: ["/((?!api|_next|.*\\..*).*)"],
};
