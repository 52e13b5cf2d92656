import type { Availability } from "@/lib/seats/availability";
import { packAvailability } from "@/lib/seats/availability-wire";
import type { SeatDelta } from "./seat-delta";

const RETRY_MS = 1_000;
const encoder = new TextEncoder();

/** The events of a stream, ready to be sent. What each means is told in docs/availability.md. */
export const frames = {
  snapshot: (availability: Availability) => frame("snapshot", packAvailability(availability), availability.version),
  delta: (delta: SeatDelta) => frame("delta", delta, delta.to),
  beat: (nowMs: number) => frame("beat", { now: nowMs }),
  stale: () => frame("stale", {}),
  fresh: () => frame("fresh", {}),
  retry: () => encoder.encode(`retry: ${RETRY_MS}\n\n`),
};

function frame(event: string, data: object, id?: string): Uint8Array {
  const idLine = id === undefined ? "" : `id: ${id}\n`;
  return encoder.encode(`event: ${event}\n${idLine}data: ${JSON.stringify(data)}\n\n`);
}
