"use client";

import { useCallback, useRef, useState } from "react";

/** A control that takes the panel's place while it is used: looking for good seats, or places of a standing area. */
export type Tool = { what: "find" } | { what: "standing"; section: number };

/** Which tool is open, and back to where the keyboard was when it closes. */
export function useTools() {
  const [tool, setTool] = useState<Tool | null>(null);
  const [shownSeats, showSeats] = useState<readonly number[]>([]);
  const openedFrom = useRef<Element>(null);

  const openTool = useCallback((next: Tool) => {
    openedFrom.current = document.activeElement;
    setTool(next);
  }, []);
  const closeTool = useCallback(() => {
    setTool(null);
    if (openedFrom.current instanceof HTMLElement && openedFrom.current.isConnected) openedFrom.current.focus();
  }, []);
  /** Closed because it has done its work: the keyboard goes on in what takes its place. */
  const leaveTool = useCallback(() => setTool(null), []);
  return { tool, openTool, closeTool, leaveTool, shownSeats, showSeats };
}
