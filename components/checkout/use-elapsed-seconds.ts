"use client";

import { useEffect, useState } from "react";

const SECOND_MS = 1_000;

/** Whole seconds since `isRunning` became true; 0 while it is false. */
export function useElapsedSeconds(isRunning: boolean): number {
  const [seconds, setSeconds] = useState(0);

  useEffect(() => {
    if (!isRunning) return;
    const startMs = performance.now();
    const timer = setInterval(() => setSeconds(Math.floor((performance.now() - startMs) / SECOND_MS)), SECOND_MS);
    return () => {
      clearInterval(timer);
      setSeconds(0);
    };
  }, [isRunning]);

  return seconds;
}
