import type { Locale } from "@/lib/kernel/locale";

type TitledEvent = { titleKo: string; titleEn: string };
type SummarisedEvent = { summaryKo: string; summaryEn: string };
type NamedVenue = { nameKo: string; nameEn: string };

export const titleOf = (locale: Locale, event: TitledEvent) => (locale === "en" ? event.titleEn : event.titleKo);

export const summaryOf = (locale: Locale, event: SummarisedEvent) =>
  locale === "en" ? event.summaryEn : event.summaryKo;

export const venueNameOf = (locale: Locale, venue: NamedVenue) => (locale === "en" ? venue.nameEn : venue.nameKo);
