"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { formatSection } from "@/lib/kernel/seat-name";
import type { MapScene } from "./map-scene";
import type { SeatPicker } from "./use-seat-picker";

/** What the canvas shows now; the same object for as long as nothing on it changes. */
export function useMapScene(
  { hall, lookOf, filtered, isFiltered, warning }: SeatPicker,
  { pointed, pointedSection, cursor }: Pick<MapScene, "pointed" | "pointedSection" | "cursor">,
): MapScene {
  const locale = useLocale();
  const t = useTranslations("seatMap");
  // Asked for every section in every frame, and most of a millisecond each time.
  const seatsLeft = useMemo(() => remembered((count) => t("list.left", { count })), [t]);
  return useMemo(
    () => ({
      hall,
      lookOf,
      filter: isFiltered ? filtered : null,
      alone: warning.alone,
      pointed,
      pointedSection,
      cursor,
      sectionName: (section) => formatSection(locale, section),
      // The word would repeat at both ends of every row, so English keeps the bare mark.
      rowName: (rowLabel) => (locale === "ko" ? `${rowLabel}열` : rowLabel),
      seatsLeft,
      soldOut: t("canvas.soldOut"),
    }),
    [hall, lookOf, filtered, isFiltered, warning.alone, pointed, pointedSection, cursor, locale, seatsLeft, t],
  );
}

function remembered(wordsFor: (count: number) => string): (count: number) => string {
  const known = new Map<number, string>();
  return (count) => {
    const words = known.get(count) ?? wordsFor(count);
    known.set(count, words);
    return words;
  };
}
