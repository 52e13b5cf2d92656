import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { Db, Tx } from "@/lib/db/client";
import { events, type GradeCode, grades, plans, schedules } from "@/lib/db/schema/catalog";
import { withTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import { settings } from "@/lib/settings";

/** A price level of a schedule, in whole won. */
export type GradePrice = { code: GradeCode; priceKrw: number };

export type PublishScheduleInput = {
  /** Made by the caller where it must be known beforehand; otherwise made here. */
  scheduleId?: string;
  eventId: string;
  planId: string;
  startsAt: Date;
  salesOpenAt: Date;
  salesCloseAt: Date;
  /** Default: the settings. */
  seatsPerBookingMax?: number;
  seatsPerUserMax?: number;
  /** Refuse a hold that would leave one seat alone between taken ones. Default: allow it. */
  leavesNoOrphans?: boolean;
  grades: readonly GradePrice[];
  /** Which grade each category of the plan is sold as. Every category that has seats must be named. */
  gradeOfCategory: Readonly<Record<string, GradeCode>>;
  /** House seats, camera places: never sold. */
  blockedSeatIndexes?: readonly number[];
};

export type PublishedSchedule = { scheduleId: string; ticketCount: number };

/**
 * Creates a schedule together with a ticket for every seat of its plan, all or nothing.
 *
 * @throws AppError `not_found` when the event or the plan does not exist.
 * @throws AppError `invalid_input` {path, message} when the sale would close before it opens, or a
 *   seat's category has no grade or its grade no price. Nothing was written.
 * @throws AppError `busy`, `read_only`: safe to retry with the same `scheduleId`.
 */
export function publishSchedule(db: Db, input: PublishScheduleInput): Promise<PublishedSchedule> {
  return withTransaction(db, (tx) => insertPublishedSchedule(tx, input));
}

/** `publishSchedule` as part of a larger transaction. */
export async function insertPublishedSchedule(tx: Tx, input: PublishScheduleInput): Promise<PublishedSchedule> {
  const scheduleId = input.scheduleId ?? randomUUID();
  const plan = await findPlanFor(tx, input);
  if (input.salesOpenAt >= input.salesCloseAt) {
    throw new AppError("invalid_input", { path: "salesCloseAt", message: "The sale must open before it closes" });
  }

  await tx.insert(schedules).values({
    id: scheduleId,
    eventId: input.eventId,
    planId: input.planId,
    startsAt: input.startsAt,
    salesOpenAt: input.salesOpenAt,
    salesCloseAt: input.salesCloseAt,
    seatsPerBookingMax: input.seatsPerBookingMax ?? settings.seatsPerBookingMax,
    seatsPerUserMax: input.seatsPerUserMax ?? settings.seatsPerUserMax,
    leavesNoOrphans: input.leavesNoOrphans ?? false,
    status: "published",
  });
  await tx.insert(grades).values(input.grades.map((grade) => ({ scheduleId, ...grade })));
  const ticketCount = await insertTickets(tx, scheduleId, input);
  if (ticketCount !== plan.seatCount) {
    throw new AppError("invalid_input", {
      path: "gradeOfCategory",
      message: `${plan.seatCount - ticketCount} of ${plan.seatCount} seats have a category without a grade or a price`,
    });
  }
  return { scheduleId, ticketCount };
}

async function findPlanFor(tx: Tx, { eventId, planId }: PublishScheduleInput): Promise<{ seatCount: number }> {
  const [plan] = await tx
    .select({ seatCount: plans.seatCount })
    .from(plans)
    .innerJoin(events, eq(events.id, eventId))
    .where(eq(plans.id, planId));
  if (!plan) throw new AppError("not_found");
  return plan;
}

// One statement however large the hall: 50,000 rows never travel to this process and back.
async function insertTickets(tx: Tx, scheduleId: string, input: PublishScheduleInput): Promise<number> {
  const result = await tx.execute(sql`
    insert into tickets (schedule_id, seat_index, section, row_label, seat_number, grade, price_krw, status)
    select ${scheduleId}::uuid, seat.seat_index, seat.section, seat.row_label, seat.seat_number,
           grade.code, grade.price_krw,
           case when blocked.seat_index is null then 'available' else 'blocked' end
      from plan_seats seat
      join json_each_text(${JSON.stringify(input.gradeOfCategory)}::json) as sold_as(category, code)
        on sold_as.category = seat.category
      join grades grade on grade.schedule_id = ${scheduleId}::uuid and grade.code = sold_as.code
      left join (
        select distinct value::integer as seat_index
          from json_array_elements_text(${JSON.stringify(input.blockedSeatIndexes ?? [])}::json)
      ) blocked on blocked.seat_index = seat.seat_index
     where seat.plan_id = ${input.planId}::uuid
     order by seat.seat_index`);
  return result.count;
}
