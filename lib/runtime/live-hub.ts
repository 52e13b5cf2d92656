import { env } from "@/lib/env";
import { openChangeFeed } from "@/lib/redis/change-feed";
import { readAvailability } from "@/lib/seats/availability";
import { createLiveHub, type LiveHub } from "@/lib/seats/live/live-hub";
import { onWake } from "@/lib/seats/live/wake";
import { settings } from "@/lib/settings";
import { services } from "./services";

// Hot reload evaluates modules again, and the server keeps a copy of them for each kind of entry.
const kept: typeof globalThis & { rowlockLiveHub?: LiveHub } = globalThis;

/**
 * The process's own hub, opened on first use.
 *
 * @throws AppError `read_only` when no database is configured.
 */
export function liveHub(): LiveHub {
  kept.rowlockLiveHub ??= openLiveHub();
  return kept.rowlockLiveHub;
}

/** Ends all streams, so that the server, which waits for its open connections, can end. */
export function closeLiveHub(): void {
  kept.rowlockLiveHub?.close();
}

function openLiveHub(): LiveHub {
  const sources = services();
  const hub = createLiveHub({
    readSeats: (scheduleId) => readAvailability(sources, scheduleId),
    openSignals: (wake) => openChangeFeed(env, wake),
    limits: settings.live,
  });
  onWake(sources.redis, hub.wake);
  return hub;
}
