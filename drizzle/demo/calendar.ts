export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

// Korea has kept one offset without summer time since 1988.
const SEOUL_OFFSET_MS = 9 * HOUR_MS;

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** `week` 0 begins on the Monday after today; -2 and earlier lie wholly in the past. */
export type DemoTime = { week: number; weekday: Weekday; at: string };

/** The instant at which clocks in Seoul show `at` on that weekday. */
export function seoulTime(now: Date, { week, weekday, at }: DemoTime): Date {
  const today = seoulDay(now);
  const daysSinceMonday = (new Date(today).getUTCDay() + 6) % 7;
  const day = today + (7 - daysSinceMonday + week * 7 + WEEKDAYS.indexOf(weekday)) * DAY_MS;
  return new Date(day + clockMs(at) - SEOUL_OFFSET_MS);
}

/** The instant at which clocks in Seoul show `at`, `days` from today. */
export function seoulDaysFromNow(now: Date, days: number, at: string): Date {
  return new Date(seoulDay(now) + days * DAY_MS + clockMs(at) - SEOUL_OFFSET_MS);
}

/** The next 11:00, 14:00 or 20:00 in Seoul that is at least two hours ahead: the hours at which sales open. */
export function nextOpening(now: Date): Date {
  const candidates = [0, 1].flatMap((days) => ["11:00", "14:00", "20:00"].map((at) => seoulDaysFromNow(now, days, at)));
  return candidates.find((candidate) => candidate.getTime() >= now.getTime() + 2 * HOUR_MS)!;
}

/** Midnight of today's date in Seoul, read as UTC. */
function seoulDay(now: Date): number {
  return Math.floor((now.getTime() + SEOUL_OFFSET_MS) / DAY_MS) * DAY_MS;
}

function clockMs(at: string): number {
  const [hours, minutes] = at.split(":").map(Number);
  return hours! * HOUR_MS + minutes! * MINUTE_MS;
}
