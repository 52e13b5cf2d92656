import { and, asc, eq, sql } from "drizzle-orm";
import type { Reader } from "@/lib/db/client";
import { grades, planSeats, plans, schedules } from "@/lib/db/schema/catalog";
import { tickets } from "@/lib/db/schema/tickets";
import { AppError } from "@/lib/kernel/errors";
import type { PlanPoint } from "@/lib/plans/plan";
import { defaultFocalPoint, type Hall, prepareHall } from "./best-available-hall";

/** A hall ready for choosing, and whether its schedule forbids leaving a seat alone. */
export type ReadyHall = Hall & { leavesNoOrphans: boolean };

type Terms = { edition: string; planId: string; focalPoint: PlanPoint; leavesNoOrphans: boolean };
type Kept = { edition: string; hall: Promise<Hall> };

/** At 50,000 seats a hall is about 2 MB. */
const HALLS_KEPT_MAX = 24;
const kept = new Map<string, Kept>();

/**
 * Where the numbered seats of a schedule are and what they cost now, ready for choosing. Each call
 * asks for the schedule's edition, one row; the seats are read again only when that is another, once
 * however many ask. A process keeps the halls asked for last.
 *
 * The edition names the versions of the schedule's row and of its grades' rows. Whoever changes the
 * grade or the price of tickets writes one of these rows in the same transaction, be it unchanged:
 * then no choice that begins after the commit goes by an old price.
 *
 * @throws AppError `not_found` when there is no such schedule. Safe to retry.
 */
export async function readHall(db: Reader, scheduleId: string): Promise<ReadyHall> {
  const { edition, planId, focalPoint, leavesNoOrphans } = await readTerms(db, scheduleId);
  const known = kept.get(scheduleId);
  const entry =
    known?.edition === edition ? known : { edition, hall: readSeats(db, { scheduleId, planId, focalPoint }) };
  kept.delete(scheduleId);
  kept.set(scheduleId, entry);
  const [oldest] = kept.keys();
  if (oldest !== undefined && kept.size > HALLS_KEPT_MAX) kept.delete(oldest);
  try {
    return { ...(await entry.hall), leavesNoOrphans };
  } catch (error) {
    if (kept.get(scheduleId) === entry) kept.delete(scheduleId);
    throw error;
  }
}

async function readTerms(db: Reader, scheduleId: string): Promise<Terms> {
  const gradeVersions = sql<string | null>`(
    select string_agg(grade.code || grade.xmin::text, ' ' order by grade.code)
    from ${grades} as grade where grade.schedule_id = ${schedules.id}
  )`;
  const [row] = await db
    .select({
      edition: sql<string>`concat_ws(' ', ${schedules}.xmin::text, ${gradeVersions})`,
      planId: plans.id,
      size: plans.size,
      focalPoint: plans.focalPoint,
      leavesNoOrphans: schedules.leavesNoOrphans,
    })
    .from(schedules)
    .innerJoin(plans, eq(plans.id, schedules.planId))
    .where(eq(schedules.id, scheduleId));
  if (!row) throw new AppError("not_found");
  const { size, focalPoint, ...terms } = row;
  return { ...terms, focalPoint: focalPoint ?? defaultFocalPoint(size) };
}

type Place = Pick<Terms, "planId" | "focalPoint"> & { scheduleId: string };

async function readSeats(db: Reader, { scheduleId, planId, focalPoint }: Place): Promise<Hall> {
  const seats = await db
    .select({
      seatIndex: tickets.seatIndex,
      section: tickets.section,
      rowLabel: tickets.rowLabel,
      grade: tickets.grade,
      priceKrw: tickets.priceKrw,
      x: planSeats.x,
      y: planSeats.y,
      isAccessible: planSeats.isAccessible,
      isCompanion: planSeats.isCompanion,
      isRestrictedView: planSeats.isRestrictedView,
    })
    .from(tickets)
    .innerJoin(planSeats, and(eq(planSeats.planId, planId), eq(planSeats.seatIndex, tickets.seatIndex)))
    .where(and(eq(tickets.scheduleId, scheduleId), eq(planSeats.isGeneral, false)))
    .orderBy(asc(tickets.seatIndex));
  return prepareHall(seats, focalPoint);
}
