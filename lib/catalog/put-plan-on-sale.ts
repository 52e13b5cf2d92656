import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { events, type GradeCode, plans, venues } from "@/lib/db/schema/catalog";
import { withTransaction } from "@/lib/db/transaction";
import { assert } from "@/lib/kernel/assert";
import { AppError } from "@/lib/kernel/errors";
import { insertPublishedSchedule } from "./publish-schedule";

export type PutPlanOnSaleInput = { planId: string; gradeOfCategory: Readonly<Record<string, GradeCode>> };
export type PlanOnSale = { eventSlug: string; scheduleId: string; ticketCount: number };

const DAYS_AHEAD = 30;
const TRIAL_PRICES_KRW: Record<GradeCode, number> = { VIP: 165_000, R: 132_000, S: 99_000, A: 66_000 };

/**
 * Tries a plan out: an event in its hall with one schedule, at 19:30 there in thirty days, whose
 * tickets may be bought at once and until an hour before.
 *
 * @throws AppError `not_found` when there is no such plan.
 * @throws AppError `invalid_input` {path, message} when a category of the plan has no grade.
 * @throws AppError `busy`, `read_only`: nothing was written, safe to retry.
 */
export function putPlanOnSale(db: Db, { planId, gradeOfCategory }: PutPlanOnSaleInput): Promise<PlanOnSale> {
  return withTransaction(db, async (tx) => {
    const startsAtSql = sql`(date_trunc('day', now() at time zone ${venues.timeZone})
      + make_interval(days => ${DAYS_AHEAD}, hours => 19, mins => 30)) at time zone ${venues.timeZone}`;
    const [hall] = await tx
      .select({
        nameKo: venues.nameKo,
        nameEn: venues.nameEn,
        salesOpenAt: sql`now()`.mapWith(events.createdAt),
        startsAt: startsAtSql.mapWith(events.createdAt),
        salesCloseAt: sql`${startsAtSql} - interval '1 hour'`.mapWith(events.createdAt),
      })
      .from(plans)
      .innerJoin(venues, eq(venues.id, plans.venueId))
      .where(eq(plans.id, planId));
    if (!hall) throw new AppError("not_found");

    const [event] = await tx
      .insert(events)
      .values({ id: randomUUID(), ...describeTrial(hall), status: "published" })
      .returning({ id: events.id, slug: events.slug });
    assert(event, "an insert returns its row");
    const codes = new Set(Object.values(gradeOfCategory));
    const { salesOpenAt, salesCloseAt, startsAt } = hall;
    const published = await insertPublishedSchedule(tx, {
      eventId: event.id,
      planId,
      startsAt,
      salesOpenAt,
      salesCloseAt,
      grades: [...codes].map((code) => ({ code, priceKrw: TRIAL_PRICES_KRW[code] })),
      gradeOfCategory,
    });
    return { eventSlug: event.slug, ...published };
  });
}

function describeTrial(hall: { nameKo: string; nameEn: string }) {
  const slug = `trial-${randomUUID().slice(0, 8)}`;
  return {
    slug,
    titleKo: `${hall.nameKo} 시범 공연`,
    titleEn: `A Trial Night at ${hall.nameEn}`,
    summaryKo: "새 좌석 배치도를 처음 열어 보는 저녁.",
    summaryEn: "The first evening on a new seating plan.",
    descriptionKo: "가져온 좌석 배치도로 예매를 시험하는 공연이에요.",
    descriptionEn: "An evening for trying the sale on an imported seating plan.",
    category: "concert" as const,
    runningMinutes: 120,
    posterSeed: slug,
  };
}
