"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Availability } from "@/lib/seats/availability";
import { type PackedAvailability, unpackAvailability } from "@/lib/seats/availability-wire";
import { type AvailabilityPoll, type Connection, createAvailabilityPoll } from "./availability-poll";
import { withSeatsHeld } from "./seat-looks";
import type { ServerTime } from "./use-server-time";

const ANSWER_WITHIN_MS = 8_000;

type AvailabilityOptions = {
  scheduleId: string;
  initial: PackedAvailability | null;
  /** How often to ask while the page is seen. */
  intervalMs: number;
  time: ServerTime;
};

/** The seats as they stand, asked for again and again while somebody looks. */
export function useAvailability({ scheduleId, initial, intervalMs, time }: AvailabilityOptions) {
  const [statuses, setStatuses] = useState<string | null>(() => initial && unpackAvailability(initial).statuses);
  const [connection, setConnection] = useState<Connection>("live");
  const poll = useRef<AvailabilityPoll>(null);
  const { noteAnswer } = time;

  useEffect(() => {
    const own = createAvailabilityPoll({
      intervalMs,
      ask: (version, signal) => askServer(scheduleId, { version, signal, noteAnswer }),
      onFresh: (fresh) => setStatuses(fresh.statuses),
      onConnection: setConnection,
    });
    poll.current = own;
    const follow = () => {
      if (!navigator.onLine) setConnection("offline");
      if (document.visibilityState === "visible" && navigator.onLine) own.start();
      else own.stop();
    };
    follow();
    document.addEventListener("visibilitychange", follow);
    window.addEventListener("online", follow);
    window.addEventListener("offline", follow);
    return () => {
      own.stop();
      document.removeEventListener("visibilitychange", follow);
      window.removeEventListener("online", follow);
      window.removeEventListener("offline", follow);
    };
  }, [scheduleId, intervalMs, noteAnswer]);

  const askNow = useCallback(() => poll.current?.askNow(), []);
  /** What a refusal told about seats before the map has heard of it. */
  const markHeld = useCallback(
    (seats: readonly number[]) => setStatuses((known) => known && withSeatsHeld(known, seats)),
    [],
  );
  return { statuses, connection, askNow, markHeld };
}

type Question = { version: string | null; signal: AbortSignal; noteAnswer: ServerTime["noteAnswer"] };

async function askServer(scheduleId: string, { version, signal, noteAnswer }: Question): Promise<Availability | null> {
  const askedAtMs = Date.now();
  const response = await fetch(`/api/v1/schedules/${scheduleId}/availability`, {
    headers: version === null ? {} : { "If-None-Match": `"${version}"` },
    cache: "no-store",
    signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
  });
  noteAnswer({ askedAtMs, heardAtMs: Date.now(), serverDateMs: Date.parse(response.headers.get("Date") ?? "") });
  if (response.status === 304) return null;
  if (!response.ok) throw new Error(`Availability answered ${response.status}`);
  return unpackAvailability((await response.json()) as PackedAvailability);
}
