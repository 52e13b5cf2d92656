import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { planSeats } from "@/lib/db/schema/catalog";
import { tickets } from "@/lib/db/schema/tickets";
import { aSchedule, type TestSchedule } from "./world";

/** A schedule whose places, all but the first `seated`, are one area of general admission. */
export async function aStandingShow(
  db: Db,
  { capacity = 10, seated = 0 } = {},
): Promise<TestSchedule & { area: string }> {
  const area = "Standing";
  const schedule = await aSchedule(db, { seatCount: capacity + seated });
  const places = schedule.seatIndexes.slice(seated);
  const name = { section: area, rowLabel: "" };
  await db
    .update(planSeats)
    .set({ ...name, seatNumber: sql`(${planSeats.seatIndex} - ${seated} + 1)::text`, isGeneral: true, x: 500, y: 500 })
    .where(and(eq(planSeats.planId, schedule.planId), inArray(planSeats.seatIndex, places)));
  await db
    .update(tickets)
    .set({ ...name, seatNumber: sql`(${tickets.seatIndex} - ${seated} + 1)::text` })
    .where(and(eq(tickets.scheduleId, schedule.scheduleId), inArray(tickets.seatIndex, places)));
  return { ...schedule, area };
}
