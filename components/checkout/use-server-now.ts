"use client";

import { useEffect, useRef, useState } from "react";

const TICK_MS = 250;

/**
 * The time on the server's clock, in milliseconds, four times a second. `serverNowMs` is what that
 * clock said when the page was rendered; a reader's own clock may be minutes off, only its pace is trusted.
 */
export function useServerNow(serverNowMs: number): number {
  const [nowMs, setNowMs] = useState(serverNowMs);
  const clock = useRef({ readAtMs: Number.NaN, offsetMs: 0 });

  useEffect(() => {
    // A page shown again from the browser's memory keeps the offset it measured first: its props are old by now.
    if (clock.current.readAtMs !== serverNowMs) {
      clock.current = { readAtMs: serverNowMs, offsetMs: serverNowMs - Date.now() };
    }
    const tick = () => setNowMs(Date.now() + clock.current.offsetMs);
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [serverNowMs]);

  return nowMs;
}
