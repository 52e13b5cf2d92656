"use client";

import { type Dispatch, useCallback, useEffect, useRef } from "react";
import { useRouter } from "@/lib/i18n/routing";
import { holdIsStale, type Selection, type SelectionEvent } from "./seat-selection";
import type { SeatPickerInput } from "./use-seat-picker";
import type { ServerTime } from "./use-server-time";

type HoldSyncOptions = {
  input: SeatPickerInput;
  selection: Selection;
  dispatch: Dispatch<SelectionEvent>;
  statuses: string | null;
  time: ServerTime;
};

/**
 * Keeps the hold on screen true: takes over what a newer page says, and asks for one when the map
 * shows that the hold ended somewhere else. Answers a function to call after each successful write.
 */
export function useHoldSync({ input, selection, dispatch, statuses, time }: HoldSyncOptions): () => void {
  const router = useRouter();
  const { initialHold, renderedAtMs } = input;
  const appliedPage = useRef(renderedAtMs);
  const wroteAtMs = useRef(0);
  const statusesAtWrite = useRef<string>(null);

  useEffect(() => {
    if (appliedPage.current === renderedAtMs) return;
    appliedPage.current = renderedAtMs;
    // A page made before my last write knows less than this screen does.
    if (renderedAtMs >= wroteAtMs.current) dispatch({ type: "hold_read", hold: initialHold });
  }, [initialHold, renderedAtMs, dispatch]);

  useEffect(() => {
    // What was read before my write still shows my seats as free.
    if (statuses === null || statuses === statusesAtWrite.current || selection.sending) return;
    if (holdIsStale(selection, statuses)) router.refresh();
  }, [statuses, selection, router]);

  return useCallback(() => {
    wroteAtMs.current = time.nowMs();
    statusesAtWrite.current = statuses;
  }, [time, statuses]);
}
