"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/class-names";
import { GradeMark } from "@/components/ui/grade-mark";
import { formatKrw } from "@/lib/kernel/money";
import type { SeatPicker } from "./use-seat-picker";

/** The legend: each grade with its price and the seats left. Pressing one makes the others step back. */
export function GradeFilter({ picker }: { picker: SeatPicker }) {
  const t = useTranslations("seatMap");
  const { hall, free, phase, filter, changeFilter } = picker;
  const hasSeats = phase === "on_sale" || phase === "opening_soon";
  return (
    <fieldset className="relative flex min-w-0 gap-2 overflow-x-auto p-1 [scrollbar-width:none]">
      <legend className="sr-only">{t("filter.legend")}</legend>
      {hall.map.grades.map(({ code, priceKrw }) => (
        <button
          key={code}
          type="button"
          aria-pressed={filter.grade === code}
          onClick={() => changeFilter.grade(filter.grade === code ? null : code)}
          className={cn(
            "flex min-h-11 shrink-0 cursor-pointer items-center gap-2 rounded-md border bg-surface px-3 text-sm",
            "transition-colors duration-150 hover:border-ink",
            filter.grade === code ? "border-ink ring-1 ring-ink" : "border-line",
          )}
        >
          <GradeMark code={code} />
          <span className="sr-only">{t("grade", { code })}</span>
          <span className="font-semibold tabular-nums">{formatKrw(priceKrw)}</span>
          {hasSeats && (
            <span className="min-w-[4ch] text-ink-muted tabular-nums">
              {free && t("filter.left", { count: free.byGrade[code] })}
            </span>
          )}
        </button>
      ))}
    </fieldset>
  );
}
