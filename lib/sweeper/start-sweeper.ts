import { setTimeout as sleep } from "node:timers/promises";
import { log } from "@/lib/ops/log";
import type { Services } from "@/lib/services";
import { settings } from "@/lib/settings";
import { sweep } from "./sweep";

/**
 * Sweeps now and then again `intervalMs` after each run has ended, so that runs never overlap.
 * Never throws: a failed run is logged and the next one tries again.
 *
 * @returns how to stop it: settles once the run under way has ended.
 */
export function startSweeper(services: Services, intervalMs: number = settings.sweepIntervalMs): () => Promise<void> {
  const stopping = new AbortController();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await sweep(services).catch((error: unknown) => log.error({ err: error }, "The sweeper failed"));
      // The pause rejects when it is cut short, which is how the loop ends.
      await sleep(intervalMs, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
    }
  })();
  return async () => {
    stopping.abort();
    await running;
  };
}
