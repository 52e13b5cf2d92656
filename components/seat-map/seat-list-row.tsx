"use client";

import { Accessibility, Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/class-names";
import type { SeatLook } from "./seat-looks";
import { isAccessible } from "./seat-shape";
import type { SeatPicker } from "./use-seat-picker";

const STYLES: Record<SeatLook, string> = {
  free: "cursor-pointer border-line-strong bg-surface hover:border-ink",
  chosen: "cursor-pointer border-ink bg-ink text-surface",
  held_by_me: "border-ember bg-ink text-surface",
  held: "border-seat-held border-dashed text-ink-muted",
  sold: "border-transparent bg-sunken text-ink-muted line-through",
  blocked: "border-transparent text-ink-muted",
  unknown: "border-line text-ink-muted",
};

/** The seats of one row as checkboxes; one that cannot be had says why instead of vanishing. */
export function SeatListRow({ picker, seats }: { picker: SeatPicker; seats: readonly number[] }) {
  const t = useTranslations("seatMap.trait");
  const { hall, lookOf, words, toggle, phase, filtered, warning } = picker;
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(3.25rem,1fr))] gap-2 p-2">
      {seats.map((seat) => {
        const look = lookOf(seat);
        const isMine = look === "chosen" || look === "held_by_me";
        const isAlone = warning.alone.includes(seat);
        const isOpen = phase === "on_sale" && (look === "free" || look === "chosen");
        return (
          <li key={seat}>
            {/* biome-ignore lint/a11y/useSemanticElements: a native checkbox cannot be disabled and still be found by a screen reader. */}
            <button
              type="button"
              role="checkbox"
              aria-checked={isMine}
              aria-disabled={!isOpen || undefined}
              aria-label={isAlone ? `${words.full(seat, look)}, ${t("alone")}` : words.full(seat, look)}
              onClick={() => toggle(seat)}
              className={cn(
                "relative grid min-h-13 w-full place-items-center rounded-t-lg rounded-b-sm border font-semibold text-sm tabular-nums",
                STYLES[look],
                isAlone && "border-2! border-ember! border-dashed!",
                !isMine && filtered.fits?.[seat] === 0 && "border-line! bg-sunken! text-ink-muted!",
                !isOpen && "cursor-not-allowed",
              )}
            >
              <span>{hall.map.seats.seatNumber[seat]}</span>
              <span className="flex items-center gap-1 font-medium text-xs">
                {isMine ? <Check aria-hidden="true" className="size-3.5" /> : words.gradeOf(seat)}
                {isAccessible(hall, seat) && <Accessibility aria-hidden="true" className="size-3.5" />}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
