import { AppError } from "@/lib/kernel/errors";
import type { Availability } from "@/lib/seats/availability";
import { createPullLoop } from "./pull-loop";
import { createSeatHistory } from "./seat-history";
import { createWatcher, type Source, type Watcher, type WatcherLimits } from "./watcher";

/**
 * How do the seats stand? Cheap while nothing changes. Called again and again while somebody watches,
 * and never twice at once for a schedule.
 *
 * Throws when that cannot be said, and `AppError` `not_found` when there is no such schedule.
 */
export type ReadSeats = (scheduleId: string) => Promise<Availability>;

/** An answer that takes longer is as good as none to who watches. */
const PATIENCE_MS = 3_000;
/** One lost answer is noise. */
const MISSES_TO_BE_STALE = 2;
/** While the database is away the last known state answers, as of when it was known. */
const SAME_TIME_MAX_MS = 5_000;

type FeedOptions = {
  scheduleId: string;
  readSeats: ReadSeats;
  limits: WatcherLimits;
  random: () => number;
  /** Called with how many are told of a change. */
  onTold: (watchers: number) => void;
};

/** One schedule, watched: one reader of the database, and everybody who is told. */
export type ScheduleFeed = {
  readonly watchers: ReadonlySet<Watcher>;
  /**
   * Waits until a reader of `version` can be told what they lack. Unless the way from there is known,
   * that is a read that begins now, so that nobody is told something older than what they have seen.
   *
   * @throws AppError `not_found`. Whatever reading throws while nothing is known of the schedule.
   */
  prepare(version: string | null): Promise<void>;
  /** Opens a stream for a reader who has `version`. Comes after `prepare`. */
  admit(version: string | null, onGone: (watcher: Watcher) => void): Watcher;
  /** True when nothing is known of the schedule and nobody waits for it. */
  isBlank(): boolean;
  wake(): void;
  stop(): void;
};

/** Reads while somebody watches, and tells each change to all of them. */
export function createScheduleFeed({ scheduleId, readSeats, limits, random, onTold }: FeedOptions): ScheduleFeed {
  const history = createSeatHistory();
  const watchers = new Set<Watcher>();
  let [misses, isStale, arriving] = [0, false, 0];
  let known = { asOf: "", sinceMs: 0 };
  const loop = createPullLoop({ pull, random });
  const source: Source = { updateFrom: history.updateFrom, isStale: () => isStale };

  async function pull(): Promise<void> {
    const impatience = setTimeout(() => setStale(true), PATIENCE_MS);
    try {
      const availability = await readSeats(scheduleId);
      misses = 0;
      if (history.accept(availability)) {
        onTold(watchers.size);
        tellAll();
      }
      setStale(isOld(availability));
    } catch (error) {
      misses += 1;
      if (misses >= MISSES_TO_BE_STALE) setStale(true);
      if (isUnknown(error)) for (const watcher of watchers) watcher.end();
      throw error;
    } finally {
      clearTimeout(impatience);
    }
  }

  /** By this process's clock alone: clocks of two machines may differ. */
  function isOld({ asOf }: Availability): boolean {
    if (asOf !== known.asOf) known = { asOf, sinceMs: performance.now() };
    return performance.now() - known.sinceMs > SAME_TIME_MAX_MS;
  }

  function setStale(next: boolean): void {
    if (next === isStale) return;
    isStale = next;
    tellAll();
  }

  function tellAll(): void {
    for (const watcher of watchers) watcher.update();
  }

  function restIfAlone(): void {
    if (watchers.size === 0 && arriving === 0) loop.stop();
  }

  return {
    watchers,
    async prepare(version) {
      if (version !== null && history.reaches(version)) return;
      arriving += 1;
      loop.start();
      try {
        await loop.next();
      } catch (error) {
        if (isUnknown(error) || history.version() === null) throw error;
      } finally {
        arriving -= 1;
        restIfAlone();
      }
    },
    admit(version, onGone) {
      const watcher = createWatcher({
        version,
        source,
        ...limits,
        onGone: () => {
          watchers.delete(watcher);
          restIfAlone();
          onGone(watcher);
        },
      });
      watchers.add(watcher);
      loop.start();
      return watcher;
    },
    isBlank: () => history.version() === null && watchers.size === 0 && arriving === 0,
    wake: loop.wake,
    stop: loop.stop,
  };
}

const isUnknown = (error: unknown) => error instanceof AppError && error.code === "not_found";
