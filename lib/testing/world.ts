import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { users } from "@/lib/db/schema/accounts";
import { events, type GradeCode, grades, plans, schedules, venues } from "@/lib/db/schema/catalog";
import { pointAccounts, pointHistories } from "@/lib/db/schema/points";
import type { Actor } from "@/lib/kernel/actor";

const HOUR_MS = 3_600_000;

/** A fan of their own, with a point balance that their history explains. */
export async function aFan(db: Db, options: { points?: number } = {}): Promise<Actor> {
  const userId = randomUUID();
  const points = options.points ?? 0;
  await db.insert(users).values({ id: userId, email: `${userId}@rowlock.test`, name: "Test Fan" });
  await db.insert(pointAccounts).values({ userId, balance: points });
  if (points > 0) {
    await db
      .insert(pointHistories)
      .values({ userId, type: "charge", amount: points, balanceAfter: points, createdAt: new Date() });
  }
  return { userId, role: "fan" };
}

export type TestSchedule = {
  eventId: string;
  scheduleId: string;
  planId: string;
  seatIndexes: number[];
  priceKrw: number;
};

type ScheduleOptions = {
  /** Seats stand in rows of ten: section A, row 1 from seat 1. */
  seatCount?: number;
  priceKrw?: number;
  grade?: GradeCode;
  seatsPerBookingMax?: number;
  seatsPerUserMax?: number;
  salesOpenAt?: Date;
  salesCloseAt?: Date;
  startsAt?: Date;
};

/** A hall, an event and one published schedule of their own, on sale now, every seat available. */
export async function aSchedule(db: Db, options: ScheduleOptions = {}): Promise<TestSchedule> {
  const { seatCount = 10, priceKrw = 99_000, grade = "R", seatsPerBookingMax = 4, seatsPerUserMax = 4 } = options;
  const [venueId, planId, eventId, scheduleId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const now = Date.now();
  await db.insert(venues).values({ id: venueId, slug: venueId, nameKo: "시험 극장", nameEn: "Test Hall" });
  await db.insert(plans).values({
    id: planId,
    venueId,
    version: 1,
    name: "Plan",
    size: { width: 1000, height: 1000 },
    areas: [],
    seatCount,
  });
  // The database numbers the seats: as parameters, hundreds of them would take longer than most tests.
  const seats = sql`select i, 'A', (i / 10 + 1)::text, (i % 10 + 1)::text from generate_series(0, ${seatCount}::int - 1) as i`;
  await db.execute(sql`
    insert into plan_seats (plan_id, seat_index, section, row_label, seat_number, guid, category, x, y)
    select ${planId}::uuid, seat.*, i::text, ${grade}, i * 20, 0 from (${seats}) as seat`);
  await db.insert(events).values({
    id: eventId,
    slug: eventId,
    titleKo: "시험 공연",
    titleEn: "Test Event",
    summaryKo: "",
    summaryEn: "",
    descriptionKo: "",
    descriptionEn: "",
    category: "concert",
    runningMinutes: 120,
    posterSeed: eventId,
    status: "published",
  });
  await db.insert(schedules).values({
    id: scheduleId,
    eventId,
    planId,
    startsAt: options.startsAt ?? new Date(now + 48 * HOUR_MS),
    salesOpenAt: options.salesOpenAt ?? new Date(now - HOUR_MS),
    salesCloseAt: options.salesCloseAt ?? new Date(now + 47 * HOUR_MS),
    seatsPerBookingMax,
    seatsPerUserMax,
    status: "published",
  });
  await db.insert(grades).values({ scheduleId, code: grade, priceKrw });
  await db.execute(sql`
    insert into tickets (schedule_id, seat_index, section, row_label, seat_number, grade, price_krw)
    select ${scheduleId}::uuid, seat.*, ${grade}, ${priceKrw}::int from (${seats}) as seat`);
  return { eventId, scheduleId, planId, seatIndexes: Array.from({ length: seatCount }, (_, i) => i), priceKrw };
}
