"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useLatest } from "./use-map-stage";
import type { SeatPicker } from "./use-seat-picker";

/** Between two changes said aloud: a sale changes faster than anybody can listen. */
const PAUSE_MS = 15_000;

/** Says how many seats of an open section are left when that has changed, and no oftener than one can bear. */
export function useListNews(picker: SeatPicker, { section, name }: { section: number; name: string }): void {
  const t = useTranslations("seatMap.list");
  const { announce } = picker;
  const left = useLatest(picker.filtered.leftIn(section));
  const said = useRef(left.current);

  useEffect(() => {
    const timer = setInterval(() => {
      const count = left.current;
      if (count === null || count === said.current) return;
      said.current = count;
      announce(t("news", { name, count }));
    }, PAUSE_MS);
    return () => clearInterval(timer);
  }, [left, name, announce, t]);
}
