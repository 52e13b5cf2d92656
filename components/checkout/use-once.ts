"use client";

import { useEffect, useRef } from "react";

/** Calls `run` the first time that `isDue` is true, and never again. */
export function useOnce(isDue: boolean, run: () => void) {
  const hasRun = useRef(false);

  useEffect(() => {
    if (!isDue || hasRun.current) return;
    hasRun.current = true;
    run();
  }, [isDue, run]);
}
