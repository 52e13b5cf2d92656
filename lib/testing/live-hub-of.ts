import { afterAll } from "vitest";
import { readAvailability } from "@/lib/seats/availability";
import { createLiveHub, type LiveHub } from "@/lib/seats/live/live-hub";
import type { Services } from "@/lib/services";
import { settings } from "@/lib/settings";

const kept: typeof globalThis & { rowlockLiveHub?: LiveHub } = globalThis;

/** Lets this process's streams tell of the seats of `services`, until the test file ends. */
export function serveLiveSeats(services: Services, watchersMax = settings.live.watchersMax): void {
  const hub = createLiveHub({
    readSeats: (scheduleId) => readAvailability(services, scheduleId),
    openSignals: () => null,
    limits: { ...settings.live, watchersMax },
  });
  kept.rowlockLiveHub = hub;
  afterAll(() => hub.close());
}
