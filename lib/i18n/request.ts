import { locale as rootLocale } from "next/root-params";
import { hasLocale } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { DEFAULT_LOCALE, LOCALES, type Locale } from "@/lib/kernel/locale";

/** One file per part of the site, so that a page's words stand together. */
const load = async (locale: Locale) => ({
  site: (await import(`./messages/${locale}/site.json`)).default,
  home: (await import(`./messages/${locale}/home.json`)).default,
  event: (await import(`./messages/${locale}/event.json`)).default,
  seatMap: (await import(`./messages/${locale}/seat-map.json`)).default,
  checkout: (await import(`./messages/${locale}/checkout.json`)).default,
  bookings: (await import(`./messages/${locale}/bookings.json`)).default,
  points: (await import(`./messages/${locale}/points.json`)).default,
  apiKeys: (await import(`./messages/${locale}/api-keys.json`)).default,
  queue: (await import(`./messages/${locale}/queue.json`)).default,
  apiDocs: (await import(`./messages/${locale}/api-docs.json`)).default,
  auth: (await import(`./messages/${locale}/auth.json`)).default,
});

/**
 * The language comes from the address alone (a root parameter), never from headers: reading those
 * would make every page dynamic.
 */
export default getRequestConfig(async ({ locale: asked }) => {
  const candidate = asked ?? (await rootLocale());
  const locale = hasLocale(LOCALES, candidate) ? candidate : DEFAULT_LOCALE;
  return { locale, messages: await load(locale), timeZone: "Asia/Seoul" };
});
