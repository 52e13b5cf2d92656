import type { Reader } from "@/lib/db/client";
import type { GuardedRedis } from "@/lib/redis/guarded";
import { readAvailability } from "@/lib/seats/availability";
import type { ReadChanges } from "./schedule-feed";

/** Reads changes from where all readers get their availability. */
export function readChangesOf(sources: { readDb: Reader; redis: GuardedRedis }): ReadChanges {
  return async (scheduleId, knownVersion) => {
    const availability = await readAvailability(sources, scheduleId);
    return availability.version === knownVersion ? "same" : availability;
  };
}
