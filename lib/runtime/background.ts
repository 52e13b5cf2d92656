import { env } from "@/lib/env";
import { log } from "@/lib/ops/log";
import { settings } from "@/lib/settings";
import { startSweeper } from "@/lib/sweeper/start-sweeper";
import { closeLiveHub } from "./live-hub";
import { noteAddresses } from "./note-addresses";
import { services } from "./services";
import { closeStuckStreams } from "./stuck-streams";

// Hot reload runs this again; one sweeper per process is enough.
const kept: typeof globalThis & { stopRowlockSweeper?: () => Promise<void>; servesRowlock?: true } = globalThis;

/** Runs the sweeper beside the requests. Several processes may; a lock lets one sweep at a time. */
export function startBackgroundWork(): void {
  if (!env.DATABASE_URL) {
    log.warn("DATABASE_URL is not set: pages open, nothing can be sold");
    return;
  }
  if (kept.stopRowlockSweeper) return;
  kept.stopRowlockSweeper = startSweeper(services());
  prepareToServe();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, closeLiveHub);
}

/** Watches over the connections of this process, whichever server takes them. */
export function prepareToServe(): void {
  if (kept.servesRowlock) return;
  kept.servesRowlock = true;
  noteAddresses();
  closeStuckStreams(settings.live.silentMaxMs);
}
