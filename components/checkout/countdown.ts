const SECOND_MS = 1_000;

/** From here on the page says that time is short. */
export const WARM_FROM_SECONDS = 30;
/** The moments at which a screen reader is told, and never more. */
const ANNOUNCED_AT_SECONDS = [60, 30] as const;
export type AnnouncedAtSeconds = (typeof ANNOUNCED_AT_SECONDS)[number];

export type Countdown = {
  /** Whole seconds left, rounded up, so that 0 means over. */
  seconds: number;
  /** What is left of the whole time, 0..1. */
  fraction: number;
  mood: "calm" | "warm" | "over";
};

/** The time left at `nowMs`, all three instants in milliseconds on the server's clock. */
export function countdownAt({ startMs, endMs, nowMs }: { startMs: number; endMs: number; nowMs: number }): Countdown {
  const leftMs = Math.max(0, endMs - nowMs);
  const wholeMs = Math.max(endMs - startMs, SECOND_MS);
  const seconds = Math.ceil(leftMs / SECOND_MS);
  const fraction = Math.min(1, leftMs / wholeMs);
  if (seconds === 0) return { seconds, fraction, mood: "over" };
  return { seconds, fraction, mood: seconds <= WARM_FROM_SECONDS ? "warm" : "calm" };
}

/** "4:59"; hours are not split off, because nothing here is kept that long. */
export function formatClock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** The mark that the clock has just passed on its way down, if any; a sleeping tab may pass several. */
export function announcementBetween(previousSeconds: number, seconds: number): AnnouncedAtSeconds | null {
  const passed = ANNOUNCED_AT_SECONDS.filter((mark) => previousSeconds > mark && seconds <= mark && seconds > 0);
  return passed.at(-1) ?? null;
}
