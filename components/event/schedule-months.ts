import type { EventSchedule } from "@/lib/catalog/queries";
import type { Locale } from "@/lib/kernel/locale";
import { formatMonth } from "@/lib/kernel/time-format";
import type { SeatCounts } from "@/lib/seats/count-left";
import { type ScheduleState, scheduleStateOf } from "./sale-state";

export type ScheduleView = { schedule: EventSchedule; seats: SeatCounts | null; state: ScheduleState };

/** Each schedule with its seats and with what a fan can do about it at `now`. */
export function viewSchedules(
  schedules: readonly EventSchedule[],
  seats: ReadonlyMap<string, SeatCounts>,
  now: Date,
): ScheduleView[] {
  return schedules.map((schedule) => {
    const counts = seats.get(schedule.id) ?? null;
    return { schedule, seats: counts, state: scheduleStateOf(schedule, counts && counts.available, now) };
  });
}

/** Groups of one month each, in the order given; months are those of the hall's calendar. */
export function byMonth(locale: Locale, views: readonly ScheduleView[]): { month: string; views: ScheduleView[] }[] {
  const months = new Map<string, ScheduleView[]>();
  for (const view of views) {
    const month = formatMonth(locale, view.schedule.startsAt, view.schedule.venue.timeZone);
    months.set(month, [...(months.get(month) ?? []), view]);
  }
  return [...months].map(([month, group]) => ({ month, views: group }));
}
