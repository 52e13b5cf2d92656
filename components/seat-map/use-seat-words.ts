"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import type { GradeCode } from "@/lib/db/schema/catalog";
import { formatKrw } from "@/lib/kernel/money";
import { formatPlaces, formatSeatNames, numberSpans } from "@/lib/kernel/seat-name";
import type { Hall } from "./hall";
import { groupByRow, groupPlaces } from "./picked-groups";
import type { SeatLook } from "./seat-looks";
import { isAccessible, isCompanion, isGeneral, isNotched } from "./seat-shape";

/** How seats are called, in the reader's language. */
export type SeatWords = {
  /** "A구역 3열 12번" */
  name: (seat: number) => string;
  /** The same for several: "A구역 3열 5–8번", "스탠딩 A 입장번호 12–15번"; rows apart by commas. */
  names: (seats: readonly number[]) => string;
  /** Their numbers alone: "5–8", "3, 5". */
  numbers: (seats: readonly number[]) => string;
  /** "R석 · ₩99,000" */
  priced: (seat: number) => string;
  /** "선택 가능"; `null` for a free seat on the card, where it goes without saying. */
  status: (look: SeatLook) => string;
  /** "휠체어석", "시야 제한", and what the plan says of the view; empty for most seats. */
  traits: (seat: number) => string[];
  /** "A구역 3열 12번, R석, 99,000원, 선택 가능" */
  full: (seat: number, look: SeatLook) => string;
  /** What is named as one: each numbered seat by itself, the places of a standing area together. */
  groups: (seats: readonly number[]) => number[][];
  gradeOf: (seat: number) => GradeCode;
  priceKrwOf: (seat: number) => number;
};

export function useSeatWords(hall: Hall): SeatWords {
  const locale = useLocale();
  const t = useTranslations("seatMap");
  return useMemo(() => {
    const { seats, sections, grades, viewNotes } = hall.map;
    const priceOf = new Map(grades.map(({ code, priceKrw }) => [code, priceKrw]));
    const gradeOf = (seat: number) => seats.grade[seat] ?? "A";
    const priceKrwOf = (seat: number) => priceOf.get(gradeOf(seat)) ?? 0;
    const sectionOf = (seat: number) => sections[seats.section[seat] ?? 0] ?? "";
    const namesOfRow = (own: readonly number[]) => {
      const [first = 0] = own;
      const numbers = own.map((seat) => seats.seatNumber[seat] ?? "");
      if (isGeneral(hall, first)) return formatPlaces(locale, sectionOf(first), numbers);
      return formatSeatNames(locale, {
        section: sectionOf(first),
        rowLabel: seats.rowLabel[first] ?? "",
        seatNumbers: numbers,
      });
    };
    const name = (seat: number) => namesOfRow([seat]);
    const names = (all: readonly number[]) => groupByRow(hall, all).map(namesOfRow).join(", ");
    const grade = (seat: number) => t("grade", { code: gradeOf(seat) });
    const status = (look: SeatLook) => t(`status.${look}`);
    const viewNote = (seat: number) => {
      const note = viewNotes[seats.viewNote[seat] ?? -1]?.[locale];
      return note ? [note] : [];
    };
    const traits = (seat: number) => [
      ...(isAccessible(hall, seat) ? [t("trait.accessible")] : []),
      ...(isCompanion(hall, seat) ? [t("trait.companion")] : []),
      ...(isNotched(hall, seat) ? [t("trait.restrictedView")] : []),
      ...viewNote(seat),
    ];
    return {
      name,
      names,
      numbers: (all) => numberSpans(all.map((seat) => seats.seatNumber[seat] ?? "")),
      groups: (all) => groupPlaces(hall, all),
      gradeOf,
      priceKrwOf,
      status,
      traits,
      priced: (seat) => `${grade(seat)} · ${formatKrw(priceKrwOf(seat))}`,
      full: (seat, look) => {
        const price = t("spokenPrice", { amount: formatKrw(priceKrwOf(seat)).slice(1) });
        return [name(seat), grade(seat), price, ...traits(seat), status(look)].join(", ");
      },
    };
  }, [hall, locale, t]);
}
