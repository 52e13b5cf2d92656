import type { Locale } from "./locale";

/** How a seat is named; each part bare, as printed in the plan: "A", "1", "12". */
export type SeatName = { section: string; rowLabel: string; seatNumber: string };

/** "A구역 1열 12번", or "Section A, Row 1, Seat 12". A part the plan leaves empty is left out. */
export function formatSeatName(locale: Locale, { section, rowLabel, seatNumber }: SeatName): string {
  if (locale === "en") {
    return [section && sectionEn(section), rowLabel && `Row ${rowLabel}`, `Seat ${seatNumber}`]
      .filter(Boolean)
      .join(", ");
  }
  return [section && sectionKo(section), rowLabel && `${rowLabel}열`, `${seatNumber}번`].filter(Boolean).join(" ");
}

// A section called by a word ("발코니", "Ground floor") is a name already; only bare marks get "구역".
const isBareMark = (section: string) => /^[\p{L}\p{N}]{1,3}$/u.test(section);
const sectionKo = (section: string) => (isBareMark(section) ? `${section}구역` : section);
const sectionEn = (section: string) => (isBareMark(section) ? `Section ${section}` : section);

/** "A구역", or "Section A"; a section called by a word keeps it: "발코니", "Ground floor". */
export const formatSection = (locale: Locale, section: string): string =>
  locale === "en" ? sectionEn(section) : sectionKo(section);

/** "3열", or "Row 3". */
export const formatRow = (locale: Locale, rowLabel: string): string =>
  locale === "en" ? `Row ${rowLabel}` : `${rowLabel}열`;
