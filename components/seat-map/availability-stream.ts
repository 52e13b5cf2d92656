import { type PackedAvailability, unpackAvailability } from "@/lib/seats/availability-wire";
import type { SeatDelta } from "@/lib/seats/live/seat-delta";
import type { AvailabilityEvent } from "./availability-state";

/** The part of the browser's `EventSource` that is used here. */
export type EventSourceLike = Pick<EventSource, "close"> & {
  addEventListener(type: string, listener: (event: { data?: string }) => void): void;
};

type StreamHandlers = {
  onSeats: (event: Extract<AvailabilityEvent, { type: "snapshot" | "delta" }>) => void;
  /** `nowMs`: the server's time when it wrote this. */
  onBeat: (nowMs: number) => void;
  /** Whether the server can tell at present how the seats stand. */
  onStale: (isStale: boolean) => void;
  /** Called once, when nothing more will come: the server ended it, the network failed, or it fell silent. */
  onLost: () => void;
};

/** The first event comes with the answer; a server that is this slow may as well be asked. */
const FIRST_WITHIN_MS = 8_000;
/** The server beats every 15 s: two beats missed, and a little for the way. */
const SILENT_MAX_MS = 40_000;

/** Reads a stream until it is lost or closed. @returns how to close it; nothing is heard afterwards. */
export function readStream(source: EventSourceLike, handlers: StreamHandlers): () => void {
  let isOpen = true;
  let watchdog = setTimeout(lose, FIRST_WITHIN_MS);

  function close() {
    isOpen = false;
    clearTimeout(watchdog);
    source.close();
  }
  function lose() {
    if (!isOpen) return;
    close();
    handlers.onLost();
  }
  function on(type: string, handle: (data: unknown) => void) {
    source.addEventListener(type, ({ data }) => {
      if (!isOpen) return;
      clearTimeout(watchdog);
      watchdog = setTimeout(lose, SILENT_MAX_MS);
      try {
        handle(JSON.parse(data ?? "null"));
      } catch {
        // Whatever this was, what comes after it cannot be trusted either.
        lose();
      }
    });
  }

  on("snapshot", (data) => {
    const { version, statuses } = unpackAvailability(data as PackedAvailability);
    handlers.onSeats({ type: "snapshot", version, statuses });
  });
  on("delta", (data) => handlers.onSeats({ type: "delta", ...(data as SeatDelta) }));
  on("beat", (data) => handlers.onBeat((data as { now: number }).now));
  on("stale", () => handlers.onStale(true));
  on("fresh", () => handlers.onStale(false));
  // The browser would come again by itself, but with the version that the page began with.
  source.addEventListener("error", lose);
  return close;
}
