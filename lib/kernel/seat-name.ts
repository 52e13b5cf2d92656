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

/** Seats of one row together: "A구역 1열 5–8번", or "Section A, Row 1, Seats 5–8". */
export function formatSeatNames(
  locale: Locale,
  { section, rowLabel, seatNumbers }: Omit<SeatName, "seatNumber"> & { seatNumbers: readonly string[] },
): string {
  const [only, ...others] = seatNumbers;
  if (only !== undefined && others.length === 0) return formatSeatName(locale, { section, rowLabel, seatNumber: only });
  const numbers = numberSpans(seatNumbers);
  if (locale === "ko") return formatSeatName(locale, { section, rowLabel, seatNumber: numbers });
  return [section && sectionEn(section), rowLabel && `Row ${rowLabel}`, `Seats ${numbers}`].filter(Boolean).join(", ");
}

/** Places of a standing area: "스탠딩 A 입장번호 12–15번", or "Standing A, entry 12–15". */
export const formatPlaces = (locale: Locale, area: string, entryNumbers: readonly string[]): string =>
  locale === "en"
    ? `${sectionEn(area)}, entry ${numberSpans(entryNumbers)}`
    : `${sectionKo(area)} 입장번호 ${numberSpans(entryNumbers)}번`;

/** "12–15, 17": whole numbers that follow each other become a span; anything else stands for itself. */
export function numberSpans(numbers: readonly string[]): string {
  const spans: [first: string, last: string][] = [];
  for (const number of numbers.toSorted((a, b) => Number(a) - Number(b))) {
    const span = spans.at(-1);
    if (span && Number(span[1]) + 1 === Number(number)) span[1] = number;
    else spans.push([number, number]);
  }
  return spans.map(([first, last]) => (first === last ? first : `${first}–${last}`)).join(", ");
}
