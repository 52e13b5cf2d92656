"use client";

import { type Dispatch, useEffect, useRef } from "react";
import type { SelectionEvent } from "./seat-selection";
import { readSession, writeSession } from "./session-memory";
import { parseChoice } from "./stored-choice";

type StoredChoice = {
  scheduleId: string;
  chosen: readonly number[];
  statuses: string | null;
  dispatch: Dispatch<SelectionEvent>;
};

/** Keeps the chosen seats for this tab, so that signing in or reloading loses none that is still free. */
export function useStoredChoice({ scheduleId, chosen, statuses, dispatch }: StoredChoice) {
  const key = `rowlock:chosen:${scheduleId}`;
  const restoredKey = useRef<string>(null);

  useEffect(() => {
    if (statuses === null || restoredKey.current === key) return;
    restoredKey.current = key;
    const seats = parseChoice(readSession(key));
    if (seats.length > 0) dispatch({ type: "restored", seats, statuses });
  }, [key, statuses, dispatch]);

  useEffect(() => {
    if (restoredKey.current === key) writeSession(key, chosen.length > 0 ? JSON.stringify(chosen) : null);
  }, [key, chosen]);
}
