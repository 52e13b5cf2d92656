import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { Reader } from "@/lib/db/client";
import { isConnectionLost } from "@/lib/db/pg-error";
import { tickets } from "@/lib/db/schema/tickets";
import { AppError } from "@/lib/kernel/errors";
import { availabilityReads } from "@/lib/ops/metrics";
import type { GuardedRedis } from "@/lib/redis/guarded";
import { settings } from "@/lib/settings";
import { findSnapshot, forgetSnapshot, storeSnapshot } from "./availability-snapshot";
import { wakeWatchers } from "./live/wake";
import { SEAT_CODES } from "./rules";

/** The state of every seat of a schedule at one moment. */
export type Availability = {
  scheduleId: string;
  /** The same while, and only while, `statuses` is the same. */
  version: string;
  /** "0" available, "1" held, "2" sold, "3" blocked; position = seatIndex. */
  statuses: string;
  /** When the database was asked, ISO 8601. */
  asOf: string;
};

type Sources = { readDb: Reader; redis: GuardedRedis };

/** At 50,000 seats a schedule this is 5 MB. */
const LAST_KNOWN_MAX = 100;

/** What one process remembers about the availability it serves. One per Redis, so that tests share nothing. */
type Memory = {
  /** Rebuilds under way, by schedule: whoever asks meanwhile shares the answer. */
  rebuilds: Map<string, Promise<Availability>>;
  /** What was last read of each schedule, oldest first: served while the database is away. */
  lastKnown: Map<string, Availability>;
  /** Schedules whose last change Redis has not been told yet: its snapshot may be stale. One mark per change. */
  unannounced: Map<string, symbol>;
};
const memories = new WeakMap<GuardedRedis, Memory>();

function memoryOf(redis: GuardedRedis): Memory {
  const memory = memories.get(redis) ?? { rebuilds: new Map(), lastKnown: new Map(), unannounced: new Map() };
  memories.set(redis, memory);
  return memory;
}

/**
 * Every seat of a schedule, from the shared snapshot where there is one, else from one query however
 * many ask at once. A change is seen by whoever asks after `availabilityChanged`; without Redis the
 * database is asked. A hold that has run out reads as available. While the database is away the last
 * known state answers, with the `asOf` it had.
 *
 * @throws AppError `not_found` when the schedule has no tickets. Safe to retry.
 */
export async function readAvailability({ readDb, redis }: Sources, scheduleId: string): Promise<Availability> {
  const memory = memoryOf(redis);
  if (memory.unannounced.has(scheduleId)) await availabilityChanged(redis, scheduleId);

  const found = memory.unannounced.has(scheduleId) ? null : await findSnapshot(redis, scheduleId);
  if (found?.snapshot) {
    availabilityReads.inc({ source: "redis" });
    remember(memory, found.snapshot);
    return found.snapshot;
  }
  availabilityReads.inc({ source: "database" });
  const underWay = memory.rebuilds.get(scheduleId);
  if (underWay) return underWay;

  const rebuild = rebuildAvailability({ readDb, redis }, scheduleId, found?.generation ?? null)
    .then((availability) => {
      remember(memory, availability);
      return availability;
    })
    .catch((error: unknown) => {
      // Nothing can be sold meanwhile, so an old map misleads nobody into a seat.
      const lastKnown = memory.lastKnown.get(scheduleId);
      if (lastKnown && isConnectionLost(error)) return lastKnown;
      throw error;
    })
    .finally(() => {
      if (memory.rebuilds.get(scheduleId) === rebuild) memory.rebuilds.delete(scheduleId);
    });
  memory.rebuilds.set(scheduleId, rebuild);
  return rebuild;
}

function remember(memory: Memory, availability: Availability): void {
  const { scheduleId } = availability;
  memory.lastKnown.delete(scheduleId);
  memory.lastKnown.set(scheduleId, availability);
  const [oldest] = memory.lastKnown.keys();
  if (oldest !== undefined && memory.lastKnown.size > LAST_KNOWN_MAX) memory.lastKnown.delete(oldest);
}

/**
 * Says that tickets of a schedule have changed. Call it after the commit, never before: the snapshot
 * is dropped, and a rebuild that began earlier can no longer store what it read. Never throws; what
 * Redis could not be told now it is told before this process reads from it again.
 */
export async function availabilityChanged(redis: GuardedRedis, scheduleId: string): Promise<void> {
  const memory = memoryOf(redis);
  memory.rebuilds.delete(scheduleId);
  if (redis.state() === "absent") return wakeWatchers(redis, scheduleId);
  const change = Symbol(scheduleId);
  memory.unannounced.set(scheduleId, change);
  // An older change's answer says nothing of this one.
  if ((await forgetSnapshot(redis, scheduleId)) && memory.unannounced.get(scheduleId) === change) {
    memory.unannounced.delete(scheduleId);
  }
  wakeWatchers(redis, scheduleId);
}

async function rebuildAvailability(
  { readDb, redis }: Sources,
  scheduleId: string,
  generation: string | null,
): Promise<Availability> {
  const { statuses, nowMs, nextExpiryMs } = await readStatuses(readDb, scheduleId);
  const availability: Availability = {
    scheduleId,
    version: createHash("sha256").update(statuses).digest("base64url").slice(0, 16),
    statuses,
    asOf: new Date(nowMs).toISOString(),
  };
  // A snapshot must not outlive the first hold that ends in it.
  const ttlMs = Math.min(settings.availabilityCacheTtlMs, (nextExpiryMs ?? Number.POSITIVE_INFINITY) - nowMs);
  if (generation !== null && ttlMs >= 1) await storeSnapshot(redis, { availability, generation, ttlMs });
  return availability;
}

async function readStatuses(db: Reader, scheduleId: string) {
  const code = sql`case
    when ${tickets.status} = 'held' and ${tickets.heldUntil} <= statement_timestamp() then ${SEAT_CODES.available}
    when ${tickets.status} = 'available' then ${SEAT_CODES.available}
    when ${tickets.status} = 'held' then ${SEAT_CODES.held}
    when ${tickets.status} = 'sold' then ${SEAT_CODES.sold}
    else ${SEAT_CODES.blocked} end`;
  const liveHold = sql`${tickets.status} = 'held' and ${tickets.heldUntil} > statement_timestamp()`;
  const [row] = await db
    .select({
      statuses: sql<string | null>`string_agg(${code}, '' order by ${tickets.seatIndex})`,
      nextExpiryMs: sql<
        number | null
      >`(extract(epoch from min(${tickets.heldUntil}) filter (where ${liveHold})) * 1000)::float8`,
      nowMs: sql<number>`floor(extract(epoch from statement_timestamp()) * 1000)::float8`,
    })
    .from(tickets)
    .where(eq(tickets.scheduleId, scheduleId));
  if (!row?.statuses) throw new AppError("not_found");
  return { ...row, statuses: row.statuses };
}
