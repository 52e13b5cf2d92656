import { sql } from "drizzle-orm";
import { drawPlan, GRADE_OF_CATEGORY } from "@/bench/harness/seed";
import { putPlanOnSale } from "@/lib/catalog/put-plan-on-sale";
import type { Db } from "@/lib/db/client";
import { importPlan } from "@/lib/plans/import-plan";

const POINTS = 10_000_000;

/** One schedule on sale with all of its seats free. */
export type Sale = { eventId: string; scheduleId: string; seatCount: number };

/** A seat as a client of the API names it. */
export type SeatForSale = { section: string; row: string; number: string; grade: string; price: number };

/** A hall of so many seats, all free, and as many schedules in it as asked for. */
export async function openSales(db: Db, { seatCount, count }: { seatCount: number; count: number }): Promise<Sale[]> {
  const slug = `bench-sale-${seatCount}-${Date.now().toString(36)}`;
  const plan = drawPlan(seatCount);
  const { planId } = await importPlan(db, { venue: { slug, nameKo: slug, nameEn: slug }, plan, source: null });
  const sales: Sale[] = [];
  for (let i = 0; i < count; i++) {
    const { scheduleId } = await putPlanOnSale(db, { planId, gradeOfCategory: GRADE_OF_CATEGORY });
    const [row] = await db.execute<{ event_id: string }>(sql`select event_id from schedules where id = ${scheduleId}`);
    sales.push({ eventId: row?.event_id ?? "", scheduleId, seatCount });
  }
  await db.execute(sql`vacuum (analyze) tickets`);
  return sales;
}

/** The seats of a sale in the order of the plan, by name and price. */
export async function seatsOf(db: Db, { scheduleId }: Sale): Promise<SeatForSale[]> {
  return db.execute<SeatForSale>(sql`
    select section, row_label as row, seat_number as number, grade, price_krw as price
    from tickets where schedule_id = ${scheduleId} order by seat_index`);
}

let fansMade = 0;

/**
 * Fans with points of their own, and the entries that explain them. The number of each is in their id, so that
 * pgbench, which knows numbers only, can be any of them too.
 */
export async function fansWithPoints(db: Db, count: number): Promise<string[]> {
  const first = fansMade + 1;
  fansMade += count;
  const fans = await db.execute<{ id: string }>(sql`
    insert into users (id, email, name)
    select fan_id, fan_id || '@rowlock.test', 'Bench buyer'
    from (select ('be000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid as fan_id from generate_series(${first}::int, ${fansMade}::int) n) fans
    returning id`);
  await db.execute(sql`
    insert into point_accounts (user_id, balance) select id, ${POINTS} from users where name = 'Bench buyer' on conflict do nothing`);
  await db.execute(sql`
    insert into point_histories (user_id, type, amount, balance_after, created_at)
    select id, 'adjust', ${POINTS}, ${POINTS}, now() from users u where name = 'Bench buyer'
      and not exists (select from point_histories h where h.user_id = u.id)`);
  await db.execute(sql`vacuum (analyze) users, point_accounts, point_histories`);
  return fans.map(({ id }) => id);
}
