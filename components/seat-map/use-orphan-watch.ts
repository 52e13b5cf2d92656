"use client";

import { useMemo } from "react";
import type { Hall } from "./hall";
import { type OrphanFixes, orphanFixes, orphansOf } from "./orphan-watch";
import { type Selection, seatsTaken } from "./seat-selection";

type WatchOptions = { hall: Hall; selection: Selection; statuses: string | null; isOn: boolean };

/** Seats that the choice would leave alone though it need not, and the ways out. */
export type OrphanWarning = OrphanFixes & { alone: readonly number[] };

const NO_WARNING: OrphanWarning = { alone: [], take: null, move: null };

/** Keeps an eye on the choice, so that the fan learns of a lonely seat before the server refuses it. */
export function useOrphanWatch({ hall, selection, statuses, isOn }: WatchOptions): OrphanWarning {
  const { chosen, hold, limit } = selection;
  return useMemo(() => {
    if (!isOn || statuses === null || chosen.length === 0) return NO_WARNING;
    const held = hold?.seats.map(({ seatIndex }) => seatIndex) ?? [];
    const choice = { statuses, chosen, held };
    const alone = orphansOf(hall, choice).avoidable;
    if (alone.length === 0) return NO_WARNING;
    return { alone, ...orphanFixes(hall, choice, limit - seatsTaken({ chosen, hold })) };
  }, [hall, chosen, hold, limit, statuses, isOn]);
}
