"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type PackedAvailability, unpackAvailability } from "@/lib/seats/availability-wire";
import { type AvailabilityFeed, createAvailabilityFeed } from "./availability-feed";
import type { Connection } from "./availability-poll";
import type { KnownSeats } from "./availability-state";
import { handOncePerFrame } from "./frame-batch";
import { followPresence } from "./page-presence";
import type { ServerTime } from "./use-server-time";

const ANSWER_WITHIN_MS = 8_000;
/** Seats that are asked for more rarely than this hardly change, and are not worth a stream. */
const STREAM_UP_TO_INTERVAL_MS = 10_000;

type AvailabilityOptions = {
  scheduleId: string;
  initial: PackedAvailability | null;
  /** How often to ask, while the page is seen and nobody tells. */
  intervalMs: number;
  time: ServerTime;
};

/** The seats as they stand: told by the server as they change, or asked for again and again. */
export function useAvailability({ scheduleId, initial, intervalMs, time }: AvailabilityOptions) {
  const [known, setKnown] = useState<KnownSeats | null>(() => initial && unpackAvailability(initial));
  const [connection, setConnection] = useState<Connection>("live");
  const latest = useRef(known);
  const feed = useRef<Pick<AvailabilityFeed, "askNow" | "markHeld">>(null);
  const { noteAnswer } = time;

  useEffect(() => {
    const frame = handOncePerFrame(setKnown);
    const own = createAvailabilityFeed({
      initial: latest.current,
      intervalMs,
      openSource: intervalMs <= STREAM_UP_TO_INTERVAL_MS ? (version) => openStream(scheduleId, version) : null,
      ask: (version, signal) => askServer(scheduleId, { version, signal, noteAnswer }),
      onSeats: ({ version, statuses }, shown) => {
        latest.current = { version, statuses };
        frame.push({ version, statuses: shown });
      },
      onConnection: setConnection,
      onServerTime: ({ askedAtMs, nowMs }) => noteAnswer({ askedAtMs, heardAtMs: Date.now(), serverDateMs: nowMs }),
    });
    feed.current = {
      askNow: () => {
        frame.drop();
        own.askNow();
      },
      markHeld: own.markHeld,
    };
    const onOffline = () => setConnection("offline");
    return followPresence({ document, window, navigator }, { start: own.start, stop: own.stop, onOffline });
  }, [scheduleId, intervalMs, noteAnswer]);

  const askNow = useCallback(() => feed.current?.askNow(), []);
  /** What a refusal told about seats before the map has heard of it. */
  const markHeld = useCallback((seats: readonly number[]) => feed.current?.markHeld(seats), []);
  return { statuses: known?.statuses ?? null, connection, askNow, markHeld };
}

function openStream(scheduleId: string, version: string | null): EventSource {
  const query = version === null ? "" : `?version=${encodeURIComponent(version)}`;
  return new EventSource(`/api/v1/schedules/${scheduleId}/availability/stream${query}`);
}

type Question = { version: string | null; signal: AbortSignal; noteAnswer: ServerTime["noteAnswer"] };

async function askServer(scheduleId: string, { version, signal, noteAnswer }: Question): Promise<KnownSeats | null> {
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
