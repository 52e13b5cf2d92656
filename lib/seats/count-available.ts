import { inArray, sql } from "drizzle-orm";
import type { Reader } from "@/lib/db/client";
import { GRADE_CODES, type GradeCode } from "@/lib/db/schema/catalog";
import { tickets } from "@/lib/db/schema/tickets";
import { ticketIsFreeSql } from "./ticket-is-free-sql";

/** `total` is every seat of the schedule; `available` those that anybody may take now. */
export type SeatCounts = { total: number; available: number; byGrade: Record<GradeCode, number> };

const noSeats = (): SeatCounts => ({
  total: 0,
  available: 0,
  byGrade: Object.fromEntries(GRADE_CODES.map((code) => [code, 0])) as Record<GradeCode, number>,
});

/** How many seats are left in each schedule, over all and by grade. A schedule without tickets counts zero. */
export async function countAvailable(db: Reader, scheduleIds: readonly string[]): Promise<Map<string, SeatCounts>> {
  const counts = new Map(scheduleIds.map((id) => [id, noSeats()]));
  if (scheduleIds.length === 0) return counts;

  const rows = await db
    .select({
      scheduleId: tickets.scheduleId,
      grade: tickets.grade,
      total: sql<number>`count(*)::int`,
      available: sql<number>`(count(*) filter (where ${ticketIsFreeSql}))::int`,
    })
    .from(tickets)
    .where(inArray(tickets.scheduleId, [...scheduleIds]))
    .groupBy(tickets.scheduleId, tickets.grade);
  for (const row of rows) {
    const count = counts.get(row.scheduleId);
    if (!count) continue;
    count.total += row.total;
    count.available += row.available;
    count.byGrade[row.grade] = row.available;
  }
  return counts;
}
