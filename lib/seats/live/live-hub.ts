import { AppError } from "@/lib/kernel/errors";
import { droppedWatchers, liveUpdates, liveWatchers } from "@/lib/ops/metrics";
import { frames } from "./frames";
import { createScheduleFeed, type ReadSeats, type ScheduleFeed } from "./schedule-feed";
import type { Watcher } from "./watcher";

const TICK_MS = 1_000;
/** A watcher hears a beat this often. They take turns, so that not all are written to in one tick. */
const BEAT_TICKS = 15;
/** How long a schedule's history waits for somebody to come back. */
const FORGET_AFTER_MS = 60_000;

/** Who else knows of changes, made in other processes. Losing it must do no harm. */
export type ChangeSignals = { follow(scheduleId: string): void; unfollow(scheduleId: string): void; close(): void };

type HubOptions = {
  readSeats: ReadSeats;
  /** Opened once, with the first watcher. `null`: there are none, reading again and again must do. */
  openSignals: (wake: (scheduleId: string) => void) => ChangeSignals | null;
  limits: {
    watchersMax: number;
    queueBytesMax: number;
    stuckMaxMs: number;
    /** Roughly how long a stream lasts before its reader must come again, perhaps to another process. */
    lifetimeMs: number;
  };
  random?: () => number;
  /** Milliseconds since 1970. */
  now?: () => number;
};

/** Everybody who watches seats in this process. */
export type LiveHub = {
  /**
   * Opens a stream of events, beginning with what a reader of `version` lacks.
   *
   * @throws AppError `busy` when too many watch already, or the process is ending. `not_found`.
   *   Whatever reading throws while nothing is known of the schedule. Safe to retry.
   */
  watch(scheduleId: string, version: string | null): Promise<LiveStream>;
  wake(scheduleId: string): void;
  /** Ends every stream, and lets no new one begin. */
  close(): void;
};

/** A stream of one reader, how to say that the reader has left, and when it has ended, however it does. */
export type LiveStream = { body: ReadableStream<Uint8Array>; leave: () => void; ended: Promise<void> };

type Entry = { feed: ScheduleFeed; emptySinceMs: number | null };
type Place = { beatTick: number; endsAtMs: number };

export function createLiveHub(options: HubOptions): LiveHub {
  const { readSeats, openSignals, limits, random = Math.random, now = Date.now } = options;
  const entries = new Map<string, Entry>();
  const places = new Map<Watcher, Place>();
  let signals: ChangeSignals | null | undefined;
  let ticker: ReturnType<typeof setInterval> | undefined;
  let [count, tickCount, isClosed] = [0, 0, false];

  const wake = (scheduleId: string) => entries.get(scheduleId)?.feed.wake();

  function entryOf(scheduleId: string): Entry {
    const known = entries.get(scheduleId);
    if (known) return known;
    const onTold = (watchers: number) => liveUpdates.inc(watchers);
    const feed = createScheduleFeed({ scheduleId, readSeats, limits, random, onTold });
    const entry = { feed, emptySinceMs: null };
    entries.set(scheduleId, entry);
    signals = signals === undefined ? openSignals(wake) : signals;
    signals?.follow(scheduleId);
    ticker ??= setInterval(tick, TICK_MS);
    return entry;
  }

  function tick(): void {
    tickCount += 1;
    const nowMs = now();
    const beat = frames.beat(nowMs);
    for (const [watcher, { beatTick, endsAtMs }] of places) {
      if (tickCount % BEAT_TICKS === beatTick) watcher.say(beat);
      if (!watcher.isMoving(nowMs)) {
        droppedWatchers.inc({ reason: "slow" });
        watcher.drop();
      } else if (nowMs >= endsAtMs) watcher.end();
    }
    for (const [scheduleId, entry] of entries) {
      entry.emptySinceMs = entry.feed.watchers.size > 0 ? null : (entry.emptySinceMs ?? nowMs);
      if (entry.emptySinceMs !== null && nowMs - entry.emptySinceMs >= FORGET_AFTER_MS) forget(scheduleId, entry);
    }
  }

  function forget(scheduleId: string, entry: Entry): void {
    entry.feed.stop();
    if (entries.get(scheduleId) !== entry) return;
    entries.delete(scheduleId);
    signals?.unfollow(scheduleId);
    if (entries.size > 0) return;
    clearInterval(ticker);
    ticker = undefined;
  }

  function recount(step: number): void {
    count += step;
    liveWatchers.set(count);
  }

  async function watch(scheduleId: string, version: string | null): Promise<LiveStream> {
    if (isClosed || count >= limits.watchersMax) {
      droppedWatchers.inc({ reason: "refused" });
      throw new AppError("busy");
    }
    const entry = entryOf(scheduleId);
    const { feed } = entry;
    recount(1);
    try {
      await feed.prepare(version);
      if (isClosed) throw new AppError("busy");
    } catch (error) {
      recount(-1);
      if (feed.isBlank()) forget(scheduleId, entry);
      throw error;
    }
    let tellEnded = () => {};
    const ended = new Promise<void>((resolve) => {
      tellEnded = resolve;
    });
    const watcher = feed.admit(version, (gone) => {
      places.delete(gone);
      recount(-1);
      tellEnded();
    });
    places.set(watcher, {
      beatTick: Math.floor(random() * BEAT_TICKS),
      endsAtMs: now() + limits.lifetimeMs * (0.9 + random() * 0.2),
    });
    watcher.say(frames.retry());
    watcher.say(frames.beat(now()));
    watcher.update();
    return { body: watcher.body, leave: watcher.end, ended };
  }

  return {
    watch,
    wake,
    close() {
      isClosed = true;
      for (const watcher of places.keys()) watcher.end();
      for (const [scheduleId, entry] of entries) forget(scheduleId, entry);
      signals?.close();
    },
  };
}
