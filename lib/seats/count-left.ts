import { GRADE_CODES, type GradeCode } from "@/lib/db/schema/catalog";
import type { GradeRun } from "@/lib/plans/seat-map";
import { SEAT_CODES } from "./rules";

/** `total` is every seat of the schedule; `available` those that anybody may take now. */
export type SeatCounts = { total: number; available: number; byGrade: Record<GradeCode, number> };

const FREE = SEAT_CODES.available.charCodeAt(0);

/** How many seats are left, over all and by grade, in a schedule that stands so; see `Availability.statuses`. */
export function countLeft(statuses: string, gradeRuns: readonly GradeRun[]): SeatCounts {
  const byGrade = Object.fromEntries(GRADE_CODES.map((code) => [code, 0])) as Record<GradeCode, number>;
  let seat = 0;
  let available = 0;
  for (const [grade, count] of gradeRuns) {
    const end = Math.min(seat + count, statuses.length);
    let left = 0;
    for (; seat < end; seat++) if (statuses.charCodeAt(seat) === FREE) left += 1;
    byGrade[grade] += left;
    available += left;
  }
  return { total: statuses.length, available, byGrade };
}
