import { DEFAULT_LOCALE, isLocale, type Locale } from "@/lib/kernel/locale";

const PAGE_LOCALE_HEADER = "x-next-intl-locale";
const LANGUAGES_MAX = 20;

/**
 * The reader's language: that of the page an action was sent from, else the best of
 * `Accept-Language`, else Korean.
 */
export function localeOf(headers: Headers): Locale {
  const page = headers.get(PAGE_LOCALE_HEADER);
  if (isLocale(page)) return page;

  const ranked = (headers.get("accept-language") ?? "")
    .split(",", LANGUAGES_MAX)
    .map((entry) => {
      const [tag = "", quality = "q=1"] = entry.trim().split(";");
      return { language: tag.trim().slice(0, 2).toLowerCase(), quality: Number(quality.trim().slice(2)) || 0 };
    })
    .sort((a, b) => b.quality - a.quality);
  const match = ranked.find(({ language, quality }) => quality > 0 && isLocale(language))?.language;
  return isLocale(match) ? match : DEFAULT_LOCALE;
}
