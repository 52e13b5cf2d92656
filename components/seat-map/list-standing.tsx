"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatKrw } from "@/lib/kernel/money";
import type { SeatPicker } from "./use-seat-picker";

type ListStandingProps = { picker: SeatPicker; section: number; name: string };

/** A standing area among the sections: nobody picks a place there, so it leads to the number of people. */
export function ListStanding({ picker, section, name }: ListStandingProps) {
  const t = useTranslations("seatMap.list");
  const { hall, words, filtered, openTool, phase } = picker;
  const left = filtered.leftIn(section);
  const first = hall.rows[hall.sections[section]?.rows[0] ?? -1]?.seats[0] ?? 0;
  return (
    <button
      type="button"
      disabled={phase !== "on_sale"}
      onClick={() => openTool({ what: "standing", section })}
      className="flex min-h-13 w-full cursor-pointer items-center gap-3 rounded-md border border-line bg-surface px-3 text-left hover:bg-sunken disabled:cursor-not-allowed"
    >
      <span className="grid min-w-0 gap-0.5 py-2 sm:flex sm:items-baseline sm:gap-3">
        <span className="font-semibold">{name}</span>
        <span className="text-ink-muted text-sm tabular-nums">
          {formatKrw(words.priceKrwOf(first))} · {t("place")}
        </span>
      </span>
      <span className="ml-auto shrink-0 text-ink-muted text-sm tabular-nums">
        {left !== null && t("left", { count: left })}
      </span>
      <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-ink-muted" />
    </button>
  );
}
