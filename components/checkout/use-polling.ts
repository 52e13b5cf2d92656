"use client";

import { useEffect, useState } from "react";
import { POLLS_MAX, pollDelayMs } from "./booking-status";

/**
 * Runs `look` with growing pauses while `isActive`, at most POLLS_MAX times.
 * `isTired` says that it has given up; `again` starts anew.
 */
export function usePolling(isActive: boolean, look: () => Promise<unknown>) {
  const [round, setRound] = useState(0);
  const [tiredRound, setTiredRound] = useState(-1);

  useEffect(() => {
    if (!isActive) return;
    let isLeft = false;
    let timer: ReturnType<typeof setTimeout>;
    const wait = (poll: number) => {
      timer = setTimeout(async () => {
        await look();
        if (isLeft) return;
        if (poll + 1 < POLLS_MAX) wait(poll + 1);
        else setTiredRound(round);
      }, pollDelayMs(poll));
    };
    wait(0);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [isActive, look, round]);

  return { isTired: tiredRound === round, again: () => setRound(round + 1) };
}
