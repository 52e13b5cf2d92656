import { and, eq, inArray } from "drizzle-orm";
import type { Reader } from "@/lib/db/client";
import { events, schedules } from "@/lib/db/schema/catalog";
import { Recent } from "@/lib/kernel/recent";

/** For so long may a schedule that has just been withdrawn still be named; what is sold looks again by itself. */
const KEPT_FOR_MS = 5_000;
const eventOfSchedule = new Recent<string>({ max: 1_000, keptForMs: KEPT_FOR_MS });

/** The event of a schedule that anybody may see, or `null`; up to five seconds old. */
export async function findEventOfSchedule(db: Reader, scheduleId: string): Promise<string | null> {
  const known = eventOfSchedule.get(scheduleId);
  if (known !== undefined) return known;
  const [row] = await db
    .select({ eventId: schedules.eventId })
    .from(schedules)
    .innerJoin(events, and(eq(events.id, schedules.eventId), eq(events.status, "published")))
    .where(and(eq(schedules.id, scheduleId), inArray(schedules.status, ["published", "cancelled"])));
  if (!row) return null;
  eventOfSchedule.set(scheduleId, row.eventId);
  return row.eventId;
}
