import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { putPlanOnSale } from "@/lib/catalog/put-plan-on-sale";
import type { Db } from "@/lib/db/client";
import type { Actor } from "@/lib/kernel/actor";
import { importPlan } from "@/lib/plans/import-plan";
import { PLAIN_SEAT, type Plan, type PlanSeat } from "@/lib/plans/plan";

const SEATS_IN_A_ROW = 40;
const SEATS_IN_A_SECTION = 1_000;
const SECTIONS_ABREAST = 10;
const PITCH = 20;
const SECTION_WIDTH = SEATS_IN_A_ROW * PITCH + 100;
const SECTION_HEIGHT = (SEATS_IN_A_SECTION / SEATS_IN_A_ROW) * PITCH + 100;
const CATEGORIES = ["VIP", "R", "S", "A"] as const;
export const GRADE_OF_CATEGORY = { VIP: "VIP", R: "R", S: "S", A: "A" } as const;

/**
 * A hall of so many seats in sections of 1,000, and one schedule of it on sale. Every other seat, by
 * chance, is not to be had: nothing is harder to compress, and no real hall sells worse to parties.
 */
export async function aScheduleOf(db: Db, seatCount: number): Promise<string> {
  const slug = `bench-${seatCount}-${randomUUID().slice(0, 8)}`;
  const venue = { slug, nameKo: slug, nameEn: slug };
  const { planId } = await importPlan(db, { venue, plan: drawPlan(seatCount), source: null });
  const { scheduleId } = await putPlanOnSale(db, { planId, gradeOfCategory: GRADE_OF_CATEGORY });
  await db.execute(sql`
    update tickets set status = 'blocked' where schedule_id = ${scheduleId} and hashtext(seat_index::text) & 1 = 0`);
  await db.execute(sql`vacuum (analyze) tickets`);
  return scheduleId;
}

/** A hall of so many seats in sections of 1,000, a quarter of them in each grade. */
export function drawPlan(seatCount: number): Plan {
  const seats = Array.from({ length: seatCount }, (_, i) => drawSeat(i, seatCount));
  const size = {
    width: SECTIONS_ABREAST * SECTION_WIDTH,
    height: Math.ceil(seatCount / SEATS_IN_A_SECTION / SECTIONS_ABREAST) * SECTION_HEIGHT,
  };
  return { name: "Bench", size, areas: [], focalPoint: { x: size.width / 2, y: 0 }, seats };
}

function drawSeat(i: number, seatCount: number): PlanSeat {
  const section = Math.floor(i / SEATS_IN_A_SECTION);
  const row = Math.floor((i % SEATS_IN_A_SECTION) / SEATS_IN_A_ROW);
  const seat = i % SEATS_IN_A_ROW;
  return {
    ...PLAIN_SEAT,
    guid: String(i),
    section: String(section + 1),
    rowLabel: String(row + 1),
    seatNumber: String(seat + 1),
    category: CATEGORIES[Math.floor((i * CATEGORIES.length) / seatCount)] ?? "A",
    x: (section % SECTIONS_ABREAST) * SECTION_WIDTH + seat * PITCH,
    y: Math.floor(section / SECTIONS_ABREAST) * SECTION_HEIGHT + row * PITCH,
  };
}

/** The seats of a schedule that can be had, in their order, from `from` on. */
export async function freeSeats(db: Db, scheduleId: string, from = 0): Promise<number[]> {
  const seats = await db.execute<{ seat_index: number }>(sql`
    select seat_index from tickets
    where schedule_id = ${scheduleId} and status = 'available' and seat_index >= ${from} order by seat_index`);
  return seats.map((seat) => seat.seat_index);
}

/** So many fans of the bench's own. */
export async function someFans(db: Db, count: number): Promise<Actor[]> {
  const fans = await db.execute<{ id: string }>(sql`
    insert into users (id, email, name)
    select id, id || '@rowlock.test', 'Bench fan' from (select gen_random_uuid() as id from generate_series(1, ${count}::int)) as fan
    returning id`);
  await db.execute(sql`insert into point_accounts (user_id) select id from users on conflict do nothing`);
  return fans.map(({ id }) => ({ userId: id, role: "fan" }));
}
