import { defineRouting } from "next-intl/routing";
import { DEFAULT_LOCALE, LOCALES } from "@/lib/kernel/locale";

/** Korean lives at /…, English at /en/…; a first visit follows the browser's language. */
export const routing = defineRouting({ locales: LOCALES, defaultLocale: DEFAULT_LOCALE, localePrefix: "as-needed" });
