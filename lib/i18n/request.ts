import { hasLocale } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import type { Locale } from "@/lib/kernel/locale";
import { routing } from "./routing";

/** One file per part of the site, so that a page's words stand together. */
const load = async (locale: Locale) => ({
  site: (await import(`./messages/${locale}/site.json`)).default,
  home: (await import(`./messages/${locale}/home.json`)).default,
  event: (await import(`./messages/${locale}/event.json`)).default,
  seatMap: (await import(`./messages/${locale}/seat-map.json`)).default,
  checkout: (await import(`./messages/${locale}/checkout.json`)).default,
  bookings: (await import(`./messages/${locale}/bookings.json`)).default,
  points: (await import(`./messages/${locale}/points.json`)).default,
  auth: (await import(`./messages/${locale}/auth.json`)).default,
});

export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale;
  const locale = hasLocale(routing.locales, requested) ? requested : routing.defaultLocale;
  return { locale, messages: await load(locale), timeZone: "Asia/Seoul" };
});
