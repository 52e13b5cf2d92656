"use client";

import { X } from "lucide-react";
import { cn } from "@/components/ui/class-names";
import { GradeMark } from "@/components/ui/grade-mark";
import { formatKrw } from "@/lib/kernel/money";
import type { SeatWords } from "./use-seat-words";

type PickedSeatsProps = {
  label: string;
  /** Seats, or places of a standing area, which are shown together. */
  seats: readonly number[];
  words: SeatWords;
  /** "A구역 3열 12번 빼기" */
  removeLabel: (seatName: string) => string;
  onRemove: (seats: readonly number[]) => void;
  isBusy: boolean;
};

/** The seats one by one, each with a way out; places of a standing area together: a row to swipe on a phone, a list beside the map. */
export function PickedSeats({ label, seats, words, ...removing }: PickedSeatsProps) {
  return (
    <ul
      aria-label={label}
      className="flex min-w-0 gap-2 overflow-x-auto p-1 [scrollbar-width:none] lg:grid lg:grid-cols-1 lg:overflow-visible"
    >
      {words.groups(seats).map((group) => (
        <PickedGroup key={group[0]} group={group} words={words} {...removing} />
      ))}
    </ul>
  );
}

type PickedGroupProps = Pick<PickedSeatsProps, "words" | "removeLabel" | "onRemove" | "isBusy"> & {
  group: readonly number[];
};

function PickedGroup({ group, words, removeLabel, onRemove, isBusy }: PickedGroupProps) {
  const [seat = 0] = group;
  const name = words.names(group);
  return (
    <li className="flex min-h-11 shrink-0 items-center gap-2 rounded-md border border-line bg-surface pl-3 text-sm lg:min-h-13">
      <GradeMark code={words.gradeOf(seat)} />
      <span className="font-semibold">{name}</span>
      <span className="ml-auto hidden shrink-0 text-ink-muted tabular-nums lg:inline">
        {formatKrw(words.priceKrwOf(seat) * group.length)}
      </span>
      <button
        type="button"
        aria-label={removeLabel(name)}
        disabled={isBusy}
        onClick={() => onRemove(group)}
        className={cn(
          "grid size-11 shrink-0 cursor-pointer place-items-center rounded-md text-ink-muted hover:bg-sunken hover:text-ink",
          "focus-visible:-outline-offset-3 disabled:cursor-wait disabled:opacity-45",
        )}
      >
        <X aria-hidden="true" className="size-4" />
      </button>
    </li>
  );
}
