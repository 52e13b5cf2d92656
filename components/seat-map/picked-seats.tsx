"use client";

import { X } from "lucide-react";
import { cn } from "@/components/ui/class-names";
import { GradeMark } from "@/components/ui/grade-mark";
import { formatKrw } from "@/lib/kernel/money";
import type { SeatWords } from "./use-seat-words";

type PickedSeatsProps = {
  label: string;
  seats: readonly number[];
  words: SeatWords;
  /** "A구역 3열 12번 빼기" */
  removeLabel: (seatName: string) => string;
  onRemove: (seat: number) => void;
  isBusy: boolean;
};

/** The seats one by one, each with a way out: a row to swipe on a phone, a list beside the map. */
export function PickedSeats({ label, seats, words, removeLabel, onRemove, isBusy }: PickedSeatsProps) {
  return (
    <ul
      aria-label={label}
      className="flex min-w-0 gap-2 overflow-x-auto p-1 [scrollbar-width:none] lg:grid lg:grid-cols-1 lg:overflow-visible"
    >
      {seats.map((seat) => (
        <li
          key={seat}
          className="flex min-h-11 shrink-0 items-center gap-2 rounded-md border border-line bg-surface pl-3 text-sm lg:min-h-13"
        >
          <GradeMark code={words.gradeOf(seat)} />
          <span className="font-semibold">{words.name(seat)}</span>
          <span className="ml-auto hidden text-ink-muted tabular-nums lg:inline">
            {formatKrw(words.priceKrwOf(seat))}
          </span>
          <button
            type="button"
            aria-label={removeLabel(words.name(seat))}
            disabled={isBusy}
            onClick={() => onRemove(seat)}
            className={cn(
              "grid size-11 shrink-0 cursor-pointer place-items-center rounded-md text-ink-muted hover:bg-sunken hover:text-ink",
              "focus-visible:-outline-offset-3 disabled:cursor-wait disabled:opacity-45",
            )}
          >
            <X aria-hidden="true" className="size-4" />
          </button>
        </li>
      ))}
    </ul>
  );
}
