/**
 * What is known of how far the server's clock is ahead of this one, in milliseconds: between
 * `aheadMinMs` and `aheadMaxMs`. Every answer narrows it, because the server wrote its `Date` after
 * the question left and before the answer came.
 */
export type ServerClock = { aheadMinMs: number; aheadMaxMs: number };

export const UNKNOWN_CLOCK: ServerClock = {
  aheadMinMs: Number.NEGATIVE_INFINITY,
  aheadMaxMs: Number.POSITIVE_INFINITY,
};

/** The header counts whole seconds and cuts the rest off. */
const DATE_STEP_MS = 1_000;

type Answer = { askedAtMs: number; heardAtMs: number; serverDateMs: number };

/** What is known after one more answer. A clock that was set meanwhile contradicts the past, and wins. */
export function narrowClock(clock: ServerClock, { askedAtMs, heardAtMs, serverDateMs }: Answer): ServerClock {
  if (!Number.isFinite(serverDateMs)) return clock;
  const heard = { aheadMinMs: serverDateMs - heardAtMs, aheadMaxMs: serverDateMs + DATE_STEP_MS - askedAtMs };
  const narrowed = {
    aheadMinMs: Math.max(clock.aheadMinMs, heard.aheadMinMs),
    aheadMaxMs: Math.min(clock.aheadMaxMs, heard.aheadMaxMs),
  };
  return narrowed.aheadMinMs > narrowed.aheadMaxMs ? heard : narrowed;
}

/** The best guess of the server's time: this clock's own wherever that is possible. */
export function serverTimeAt({ aheadMinMs, aheadMaxMs }: ServerClock, nowMs: number): number {
  return nowMs + Math.min(Math.max(0, aheadMinMs), aheadMaxMs);
}
