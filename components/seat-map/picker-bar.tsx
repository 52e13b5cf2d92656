"use client";

import { SlidersHorizontal, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/class-names";
import { GradeFilter } from "./grade-filter";
import type { SeatPicker } from "./use-seat-picker";
import { type PickerView, ViewSwitch } from "./view-switch";

type PickerBarProps = { picker: SeatPicker; view: PickerView; onViewChange: (view: PickerView) => void };

const BUTTON =
  "flex min-h-11 min-w-11 shrink-0 cursor-pointer items-center justify-center gap-2 rounded-md border bg-surface px-3 font-semibold text-sm hover:border-ink hover:bg-sunken";

/** Above the seats: map or list, what to look for, and the grades with their prices. */
export function PickerBar({ picker, view, onViewChange }: PickerBarProps) {
  const t = useTranslations("seatMap");
  const { hall, phase, tool, openTool, closeTool, isFiltered, changeFilter } = picker;
  const isFinding = tool?.what === "find";
  // Where everybody stands no place is better than another.
  const hasNumberedSeats = hall.sections.some(({ outline, seatCount }) => seatCount > 0 && !outline.isGeneral);
  return (
    <div className="flex items-center gap-1.5 border-line border-b px-2 py-1 lg:px-4">
      <ViewSwitch view={view} onChange={onViewChange} />
      {phase === "on_sale" && hasNumberedSeats && (
        <button
          type="button"
          aria-expanded={isFinding}
          onClick={() => (isFinding ? closeTool() : openTool({ what: "find" }))}
          className={cn(BUTTON, isFinding || isFiltered ? "border-ink ring-1 ring-ink" : "border-line-strong")}
        >
          <SlidersHorizontal aria-hidden="true" className="size-4" />
          <span className="max-sm:sr-only">{t("find.open")}</span>
        </button>
      )}
      {isFiltered && (
        <button type="button" onClick={changeFilter.nothing} className={cn(BUTTON, "border-line-strong")}>
          <X aria-hidden="true" className="size-4" />
          <span className="max-sm:sr-only">{t("filter.clear")}</span>
        </button>
      )}
      <GradeFilter picker={picker} />
    </div>
  );
}
