"use client";

import { useCallback, useEffect, useMemo, useReducer, useState } from "react";
import type { PackedAvailability } from "@/lib/seats/availability-wire";
import type { Hold } from "@/lib/seats/find-hold";
import type { Hall } from "./hall";
import type { SaleWindow } from "./sale-phase";
import { countFree, type SeatLook, seatLookAt } from "./seat-looks";
import { emptySelection, nextSelection, seatsTaken } from "./seat-selection";
import { isGeneral } from "./seat-shape";
import { useAvailability } from "./use-availability";
import { useOrphanWatch } from "./use-orphan-watch";
import { type PurchaseActions, usePurchase } from "./use-purchase";
import { useSeatFilter } from "./use-seat-filter";
import { useSeatWords } from "./use-seat-words";
import { useSalePhase, useServerTime } from "./use-server-time";
import { useStoredChoice } from "./use-stored-choice";
import { useTools } from "./use-tools";

export type SeatPickerInput = {
  hall: Hall;
  initialAvailability: PackedAvailability | null;
  /** What the reader holds here already, as the page was made. */
  initialHold: Hold | null;
  sale: SaleWindow;
  /** The most seats one person may choose here. */
  limit: number;
  /** Whether a choice that leaves one seat alone, where it need not, is refused. */
  leavesNoOrphans: boolean;
  /** When the page was made, on the server's clock. */
  renderedAtMs: number;
  actions: PurchaseActions;
};

const POLL_MS = { on_sale: 1_000, opening_soon: 10_000, closed: 60_000, cancelled: 60_000 } as const;

/**
 * Everything that the map, the list and the panel share: one selection, one truth about the seats.
 * Whoever shows another schedule or plan gives the component another key.
 */
export function useSeatPicker(input: SeatPickerInput) {
  const { hall, sale, limit, initialHold, renderedAtMs, leavesNoOrphans } = input;
  const { scheduleId } = hall.map;
  const time = useServerTime(renderedAtMs);
  const phase = useSalePhase(sale, renderedAtMs, time);
  const [selection, dispatch] = useReducer(nextSelection, emptySelection(limit, initialHold));
  const [spoken, announce] = useState("");
  const { statuses, connection, askNow, markHeld } = useAvailability({
    scheduleId,
    initial: input.initialAvailability,
    intervalMs: POLL_MS[phase],
    time,
  });
  const words = useSeatWords(hall);
  const filter = useSeatFilter({ hall, statuses, hold: selection.hold });
  const tools = useTools();
  const { openTool, leaveTool, showSeats } = tools;
  const { chosen, hold } = selection;
  const lookOf = useCallback(
    (seat: number): SeatLook => seatLookAt({ chosen, hold }, statuses, seat),
    [chosen, hold, statuses],
  );
  const warning = useOrphanWatch({ hall, selection, statuses, isOn: leavesNoOrphans });
  const onBestHeld = (seats: readonly number[]) => {
    leaveTool();
    showSeats(seats);
  };
  const asking = { input, selection, dispatch, statuses, askNow, markHeld, time };
  const purchase = usePurchase({ ...asking, onBestHeld, onPlacesHeld: leaveTool });
  useStoredChoice({ scheduleId, chosen: selection.chosen, statuses, dispatch });

  const isSending = selection.sending !== null;
  useEffect(() => {
    // An answer decides about seats that what was heard while it was on its way could not.
    if (statuses !== null && !isSending) dispatch({ type: "statuses_read", statuses });
  }, [statuses, isSending]);

  const toggle = useCallback(
    (seat: number) => {
      if (isGeneral(hall, seat)) return openTool({ what: "standing", section: hall.map.seats.section[seat] ?? 0 });
      const look = lookOf(seat);
      if (phase === "on_sale") dispatch({ type: "toggled", seat, statuses });
      const hasRoom = seatsTaken(selection) < selection.limit;
      if (phase === "on_sale" && look === "free" && hasRoom) announce(words.full(seat, "chosen"));
      else announce(words.full(seat, phase === "on_sale" && look === "chosen" ? "free" : look));
    },
    [hall, lookOf, openTool, phase, selection, statuses, words],
  );
  const free = useMemo(() => (statuses === null ? null : countFree(hall, statuses)), [hall, statuses]);

  return {
    ...{ hall, words, time, sale, phase, selection, dispatch, statuses, connection, free, ...filter },
    ...{ lookOf, toggle, spoken, announce, purchase, warning, leavesNoOrphans, ...tools },
  };
}

export type SeatPicker = ReturnType<typeof useSeatPicker>;
