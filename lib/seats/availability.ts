import { setTimeout as sleep } from "node:timers/promises";
import type { Reader } from "@/lib/db/client";
import { isConnectionLost } from "@/lib/db/pg-error";
import { availabilityReads } from "@/lib/ops/metrics";
import type { GuardedRedis } from "@/lib/redis/guarded";
import { settings } from "@/lib/settings";
import { abandonLease, type BoardState, changeBoard, forgetBoard, readBoard, storeBoard } from "./availability-board";
import { memoryOf } from "./availability-memory";
import { wakeWatchers } from "./live/wake";
import { readStatuses } from "./read-statuses";
import { packStatuses, unpackStatuses } from "./seat-bits";
import type { SeatChange } from "./seat-change";

/** The state of every seat of a schedule at one moment. */
export type Availability = {
  scheduleId: string;
  /** `${epoch}.${sequence}`: the same only while `statuses` is; within an epoch the greater sequence is the newer. */
  version: string;
  /** "0" available, "1" held, "2" sold, "3" blocked; position = seatIndex. */
  statuses: string;
  /** When this was known to be so, ISO 8601. */
  asOf: string;
};

type Sources = { readDb: Reader; redis: GuardedRedis };

const LOOK_AGAIN_MS = 25;
/** For this long a reader waits for another process's rebuild before it asks the database itself. */
const PATIENCE_MS = 3_000;

/**
 * Every seat of a schedule. The shared board in Redis answers, which each write changes in place; once
 * in `settings.availabilityCacheTtlMs` one reader, of all processes, reads the database to make it
 * anew, while the others go on with what is there. Whoever asks after `announce` sees that change, and a
 * hold that has run out reads as available. Without Redis the database is asked, at most once a second.
 * While the database is away the last known state answers, with the `asOf` it had.
 *
 * @throws AppError `not_found` when the schedule has no tickets. Safe to retry.
 */
export function readAvailability(sources: Sources, scheduleId: string): Promise<Availability> {
  const memory = memoryOf(sources.redis);
  return memory.share(scheduleId, async () => {
    try {
      return memory.remember((await readFromBoard(sources, scheduleId)) ?? (await readAlone(sources, scheduleId)));
    } catch (error) {
      // Nothing can be sold while the database is away, so an old map misleads nobody into a seat.
      const known = memory.known(scheduleId);
      if (known && isConnectionLost(error)) return known;
      throw error;
    }
  });
}

/**
 * Tells readers what a committed transaction has changed. Call it after the commit, never before, with
 * the `changes` the write returned. Never throws: when Redis does not hear it, the board is taken
 * down before this process believes it again, and is made anew after its time at the latest.
 */
export async function announce(redis: GuardedRedis, scheduleId: string, changes: readonly SeatChange[]): Promise<void> {
  if (changes.length === 0) return;
  const memory = memoryOf(redis);
  memory.dropOwnReading(scheduleId);
  if (redis.state() !== "absent" && !(await changeBoard(redis, scheduleId, changes)))
    memory.unannounced.set(scheduleId, Symbol(scheduleId));
  wakeWatchers(redis, scheduleId);
}

/**
 * Says that tickets of a schedule have changed in ways that are not known seat by seat: the next
 * reader asks the database. Call it after the commit. Never throws, as `announce`.
 */
export async function availabilityChanged(redis: GuardedRedis, scheduleId: string): Promise<void> {
  const memory = memoryOf(redis);
  memory.dropOwnReading(scheduleId);
  if (redis.state() !== "absent") await takeDown(redis, scheduleId);
  wakeWatchers(redis, scheduleId);
}

async function takeDown(redis: GuardedRedis, scheduleId: string): Promise<void> {
  const { unannounced } = memoryOf(redis);
  const unheard = unannounced.get(scheduleId);
  const isHeard = await forgetBoard(redis, scheduleId);
  if (!isHeard) unannounced.set(scheduleId, Symbol(scheduleId));
  // A change that went unheard meanwhile still waits for its own turn.
  else if (unannounced.get(scheduleId) === unheard) unannounced.delete(scheduleId);
}

/** `null` when Redis is away, or nobody has put anything up in three seconds. */
async function readFromBoard(sources: Sources, scheduleId: string): Promise<Availability | null> {
  const { redis } = sources;
  if (redis.state() === "absent") return null;
  const memory = memoryOf(redis);
  if (memory.unannounced.has(scheduleId)) await takeDown(redis, scheduleId);

  const patienceEndsMs = performance.now() + PATIENCE_MS;
  while (!memory.unannounced.has(scheduleId) && performance.now() < patienceEndsMs) {
    const known = memory.known(scheduleId);
    const view = await readBoard(redis, scheduleId, known?.version ?? "");
    if (view === null) return null;
    if (view.what === "wait") {
      await sleep(LOOK_AGAIN_MS);
      continue;
    }
    const shown = view.what === "rebuild" ? await rebuild(sources, scheduleId, view) : view;
    if (shown) return toAvailability(scheduleId, shown, known);
  }
  return null;
}

function toAvailability(scheduleId: string, shown: BoardState, known: Availability | undefined): Availability {
  availabilityReads.inc({ source: "redis" });
  const { version, seatCount, packed, nowMs } = shown;
  const statuses = known?.version === version ? known.statuses : unpackStatuses(packed, seatCount);
  return { scheduleId, version, statuses, asOf: new Date(nowMs).toISOString() };
}

/** @returns what the board shows then; `null` when it was taken down meanwhile, so that the reading is old. */
async function rebuild(
  { readDb, redis }: Sources,
  scheduleId: string,
  turn: BoardState & { lease: string },
): Promise<BoardState | null> {
  availabilityReads.inc({ source: "database" });
  try {
    const { statuses, heldForMs } = await readStatuses(readDb, scheduleId);
    const reading = { seatCount: statuses.length, packed: packStatuses(statuses), heldForMs };
    return await storeBoard(redis, scheduleId, {
      lease: turn.lease,
      reading,
      freshForMs: settings.availabilityCacheTtlMs,
    });
  } catch (error) {
    // The others need not wait for a turn that came to nothing; a board that is up goes on until the next.
    if (turn.seatCount > 0 && isConnectionLost(error)) return turn;
    await abandonLease(redis, scheduleId, turn.lease);
    throw error;
  }
}

async function readAlone({ readDb, redis }: Sources, scheduleId: string): Promise<Availability> {
  const memory = memoryOf(redis);
  const own = memory.ownReading(scheduleId);
  if (own) return own;
  availabilityReads.inc({ source: "database" });
  const begun = memory.beginOwnReading(scheduleId);
  return memory.rememberOwn(scheduleId, begun, await readStatuses(readDb, scheduleId));
}
