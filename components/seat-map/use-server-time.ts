"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type SaleWindow, salePhaseAt } from "./sale-phase";
import { narrowClock, serverTimeAt, UNKNOWN_CLOCK } from "./server-clock";

type Answer = Parameters<typeof narrowClock>[1];

export type ServerTime = {
  /** The server's time as well as it is known, in milliseconds. Never call it while rendering. */
  nowMs: () => number;
  noteAnswer: (answer: Answer) => void;
};

/** A clock that every answer of the server sets a little better; at first it knows when the page was made. */
export function useServerTime(renderedAtMs: number): ServerTime {
  const clock = useRef(UNKNOWN_CLOCK);

  useEffect(() => {
    const heardAtMs = Date.now();
    // The page may have been made, and left lying, any time ago: it bounds the clock on one side only.
    clock.current = { ...clock.current, aheadMinMs: Math.max(clock.current.aheadMinMs, renderedAtMs - heardAtMs) };
  }, [renderedAtMs]);

  const nowMs = useCallback(() => serverTimeAt(clock.current, Date.now()), []);
  const noteAnswer = useCallback((answer: Answer) => {
    clock.current = narrowClock(clock.current, answer);
  }, []);
  return useMemo(() => ({ nowMs, noteAnswer }), [nowMs, noteAnswer]);
}

const PHASE_TICK_MS = 500;

/** What can be done on the map now; changes by itself when sales open or end. */
export function useSalePhase(window: SaleWindow, renderedAtMs: number, { nowMs }: ServerTime) {
  const [phase, setPhase] = useState(() => salePhaseAt(window, renderedAtMs));

  useEffect(() => {
    const look = () => setPhase(salePhaseAt(window, nowMs()));
    look();
    const timer = setInterval(look, PHASE_TICK_MS);
    return () => clearInterval(timer);
  }, [window, nowMs]);

  return phase;
}

const TICK_MS = 250;

/** The server's time four times a second; `null` until the page has woken up. */
export function useTicking({ nowMs }: ServerTime): number | null {
  const [now, setNow] = useState<number | null>(null);

  useEffect(() => {
    const tick = () => setNow(nowMs());
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [nowMs]);

  return now;
}
