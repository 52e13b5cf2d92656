"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { askDoor, type DoorAnswer } from "./ask-door";
import { nextVisitMs } from "./visit-pace";

export type DoorWatch = {
  /** The last word of the door; `null` before the first. */
  answer: DoorAnswer | null;
  /** When it was said, on the browser's clock. */
  heardAtMs: number;
  /** How many were ahead when this page first knew. */
  firstAhead: number | null;
  isReachable: boolean;
};

/** Comes to the door again and again until it opens, also while the page is in the background. */
export function useDoor(scheduleId: string, msToOpening: () => number): DoorWatch {
  const [watch, setWatch] = useState<DoorWatch>({ answer: null, heardAtMs: 0, firstAhead: null, isReachable: true });
  const openingIn = useRef(msToOpening);
  useEffect(() => {
    openingIn.current = msToOpening;
  });

  const hear = useCallback((answer: DoorAnswer | null) => {
    setWatch((before) => {
      if (!answer) return { ...before, isReachable: false };
      const ahead = answer.state === "waiting" ? answer.ahead : null;
      return { answer, heardAtMs: Date.now(), firstAhead: before.firstAhead ?? ahead, isReachable: true };
    });
  }, []);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const visit = async () => {
      const answer = await askDoor(scheduleId);
      if (isOver) return;
      hear(answer);
      if (answer?.state === "admitted" || answer?.state === "not_needed") return;
      timer = setTimeout(visit, nextVisitMs({ answer, msToOpening: openingIn.current(), random: Math.random }));
    };
    void visit();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [scheduleId, hear]);

  return watch;
}
