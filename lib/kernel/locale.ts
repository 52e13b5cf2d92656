export const LOCALES = ["ko", "en"] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = "ko";

/** A text the organiser wrote in both languages. */
export type LocalizedText = Record<Locale, string>;

export const isLocale = (text: unknown): text is Locale => LOCALES.some((locale) => locale === text);
