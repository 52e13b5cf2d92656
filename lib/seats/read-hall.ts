import { and, asc, eq } from "drizzle-orm";
import type { Reader } from "@/lib/db/client";
import { planSeats, plans, schedules } from "@/lib/db/schema/catalog";
import { tickets } from "@/lib/db/schema/tickets";
import { AppError } from "@/lib/kernel/errors";
import { defaultFocalPoint, type Hall, prepareHall } from "./best-available-hall";

/** A hall ready for choosing, and whether its schedule forbids leaving a seat alone. */
export type ReadyHall = Hall & { leavesNoOrphans: boolean };

/** At 50,000 seats a hall is about 10 MB. */
const HALLS_KEPT_MAX = 12;
const kept = new Map<string, Promise<ReadyHall>>();

/**
 * Where the numbered seats of a schedule are and what they cost, ready for choosing. That never
 * changes while it sells, so a process reads it once and keeps the halls asked for last.
 *
 * @throws AppError `not_found` when there is no such schedule. Safe to retry.
 */
export function readHall(db: Reader, scheduleId: string): Promise<ReadyHall> {
  const hall = kept.get(scheduleId) ?? readAndPrepare(db, scheduleId);
  kept.delete(scheduleId);
  kept.set(scheduleId, hall);
  const [oldest] = kept.keys();
  if (oldest !== undefined && kept.size > HALLS_KEPT_MAX) kept.delete(oldest);
  hall.catch(() => {
    if (kept.get(scheduleId) === hall) kept.delete(scheduleId);
  });
  return hall;
}

async function readAndPrepare(db: Reader, scheduleId: string): Promise<ReadyHall> {
  const [plan] = await db
    .select({
      id: plans.id,
      size: plans.size,
      focalPoint: plans.focalPoint,
      leavesNoOrphans: schedules.leavesNoOrphans,
    })
    .from(schedules)
    .innerJoin(plans, eq(plans.id, schedules.planId))
    .where(eq(schedules.id, scheduleId));
  if (!plan) throw new AppError("not_found");
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
    })
    .from(tickets)
    .innerJoin(planSeats, and(eq(planSeats.planId, plan.id), eq(planSeats.seatIndex, tickets.seatIndex)))
    .where(and(eq(tickets.scheduleId, scheduleId), eq(planSeats.isGeneral, false)))
    .orderBy(asc(tickets.seatIndex));
  const hall = prepareHall(seats, plan.focalPoint ?? defaultFocalPoint(plan.size));
  return { ...hall, leavesNoOrphans: plan.leavesNoOrphans };
}
