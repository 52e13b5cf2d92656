"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import type { GradeCode } from "@/lib/db/schema/catalog";
import { formatKrw } from "@/lib/kernel/money";
import { formatSection } from "@/lib/kernel/seat-name";
import type { SeatPicker } from "./use-seat-picker";

/** One section in the reader's language. */
export type SectionWords = {
  name: string;
  /** "559석 남음", "매진". */
  left: string;
  /** Dearest first. */
  grades: GradeCode[];
  /** "₩99,000 – ₩165,000", or one price. */
  prices: string;
  isGeneral: boolean;
  /** "305구역, 559석 남음, ₩99,000 – ₩165,000" */
  spoken: string;
};

/** @returns the words for a section, which change as its seats sell. */
export function useSectionWords({ hall, filtered }: SeatPicker): (section: number) => SectionWords | null {
  const locale = useLocale();
  const t = useTranslations("seatMap");
  return useMemo(
    () => (position) => {
      const section = hall.sections[position];
      if (!section) return null;
      const count = filtered.leftIn(position);
      const offered = hall.map.grades.filter(({ code }) => section.seatsByGrade.has(code));
      const [dearest, cheapest] = [offered[0], offered.at(-1)].map((grade) => formatKrw(grade?.priceKrw ?? 0));
      const name = formatSection(locale, section.name);
      const left = count === null ? t("status.unknown") : count === 0 ? t("canvas.soldOut") : t("list.left", { count });
      const prices = cheapest === dearest ? `${dearest}` : `${cheapest} – ${dearest}`;
      return {
        ...{ name, left, prices, grades: offered.map(({ code }) => code), isGeneral: section.outline.isGeneral },
        spoken: [name, left, prices].filter(Boolean).join(", "),
      };
    },
    [hall, filtered, locale, t],
  );
}
