"use client";

import { type Dispatch, useEffect, useRef } from "react";
import type { SelectionEvent } from "./seat-selection";
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
    if (restoredKey.current === key) writeSession(key, chosen);
  }, [key, chosen]);
}

function readSession(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function writeSession(key: string, chosen: readonly number[]) {
  try {
    if (chosen.length > 0) sessionStorage.setItem(key, JSON.stringify(chosen));
    else sessionStorage.removeItem(key);
  } catch {
    // A browser that refuses storage loses the choice at sign-in, and nothing else.
  }
}
