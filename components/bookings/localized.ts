import type { BookingSummary } from "@/lib/bookings/queries";
import type { Locale } from "@/lib/kernel/locale";

export const eventTitle = (locale: Locale, event: BookingSummary["event"]): string =>
  locale === "en" ? event.titleEn : event.titleKo;

export const venueName = (locale: Locale, venue: BookingSummary["venue"]): string =>
  locale === "en" ? venue.nameEn : venue.nameKo;
