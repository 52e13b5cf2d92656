"use client";

import { useMemo } from "react";
import { nearestEqual } from "./nearest-equal";
import type { SeatPicker } from "./use-seat-picker";

/** What to offer for seats that somebody else has now; looked for again whenever seats come or go. */
export function useReplacement(picker: SeatPicker, lost: readonly number[]): readonly number[] | null {
  const { hall, statuses, leavesNoOrphans } = picker;
  const { chosen, hold, limit } = picker.selection;
  return useMemo(() => {
    const held = hold?.seats.map(({ seatIndex }) => seatIndex) ?? [];
    if (statuses === null || chosen.length + held.length + lost.length > limit) return null;
    return nearestEqual(hall, { statuses, chosen, held, lost, leavesNoOrphans });
  }, [hall, statuses, chosen, hold, limit, lost, leavesNoOrphans]);
}
