import { sql } from "drizzle-orm";
import { hashPassword } from "@/lib/accounts/passwords";
import { insertPublishedSchedule } from "@/lib/catalog/publish-schedule";
import type { Db, Tx } from "@/lib/db/client";
import { users } from "@/lib/db/schema/accounts";
import { events, type GradeCode } from "@/lib/db/schema/catalog";
import { withTransaction } from "@/lib/db/transaction";
import { assert } from "@/lib/kernel/assert";
import { insertPlan } from "@/lib/plans/import-plan";
import { HOUR_MS, nextOpening, seoulDaysFromNow, seoulTime } from "./demo/calendar";
import { type DemoHall, drawHalls } from "./demo/halls";
import { joinedAt, keepLedger } from "./demo/ledger";
import type { DemoSeat } from "./demo/parties";
import { DEMO_FANS, DEMO_OWNER, DEMO_PASSWORD } from "./demo/people";
import { type DemoEvent, type DemoSchedule, type HallName, PROGRAMME } from "./demo/programme";
import { demoId, seededRandom } from "./demo/random";
import { type DemoHouse, sellDemo } from "./demo/sales";
import { storeBookings, storeLedger } from "./demo/store-sales";

const SEED = 20_261;
const GRADE_OF_CATEGORY: Record<GradeCode, GradeCode> = { VIP: "VIP", R: "R", S: "S", A: "A" };

type StoredHall = DemoHall & { planId: string };

/**
 * Fills an empty database with the demo: four halls, a programme around the present day, twenty
 * fans and an owner, and what they have bought. Everything or nothing, in one transaction.
 *
 * @returns whether it was loaded: a database that already has a user or an event is left alone, so
 *   repeating it, or two processes at once, does no harm.
 */
export async function seedDemo(db: Db): Promise<boolean> {
  // One hash for everybody: twenty-one would make a first start wait, and the password is public.
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  return withTransaction(db, async (tx) => {
    // A second loader waits for the first for as long as that takes, beyond the bounds of a sale.
    await tx.execute(sql`set local lock_timeout = 0`);
    await tx.execute(sql`set local statement_timeout = 0`);
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('rowlock.demo'))`);
    const [state] = await tx.execute<{ now: string; used: boolean }>(sql`
      select now() as now, exists (select 1 from users) or exists (select 1 from events) as used`);
    assert(state, "a select without a table returns one row");
    if (state.used) return false;

    const now = new Date(state.now);
    await storePeople(tx, passwordHash, now);
    const halls = await storeHalls(tx);
    const houses = await storeProgramme(tx, halls, now);
    const bookings = sellDemo(seededRandom(SEED), houses, now);
    await storeBookings(tx, bookings);
    await storeLedger(tx, keepLedger(bookings, now));
    return true;
  });
}

async function storePeople(tx: Tx, passwordHash: string, now: Date): Promise<void> {
  const people = [...DEMO_FANS, DEMO_OWNER];
  await tx.insert(users).values(
    people.map(({ userId, email, name, role }, i) => ({
      id: userId,
      email,
      name,
      role,
      passwordHash,
      createdAt: joinedAt(now, i),
    })),
  );
}

async function storeHalls(tx: Tx): Promise<Map<HallName, StoredHall>> {
  const halls = new Map<HallName, StoredHall>();
  for (const hall of drawHalls()) {
    const { slug, nameKo, nameEn, addressKo, addressEn, plan } = hall;
    const venue = { slug, nameKo, nameEn, addressKo, addressEn, timeZone: "Asia/Seoul" };
    const { planId } = await insertPlan(tx, { venue, plan, source: null });
    halls.set(hall.hall, { ...hall, planId });
  }
  return halls;
}

async function storeProgramme(tx: Tx, halls: Map<HallName, StoredHall>, now: Date): Promise<DemoHouse[]> {
  const houses: DemoHouse[] = [];
  for (const event of PROGRAMME) {
    const hall = halls.get(event.hall);
    assert(hall, "every event plays in a hall of the demo");
    const { hall: _, prices: __, schedules: ___, leavesNoOrphans: ____, ...text } = event;
    const eventId = demoId(`event:${event.slug}`);
    await tx.insert(events).values({ id: eventId, ...text, posterSeed: event.slug, status: "published" });
    for (const [i, schedule] of event.schedules.entries()) {
      houses.push(await storeSchedule(tx, { event, eventId, hall, schedule, position: i, now }));
    }
  }
  return houses;
}

type ScheduleToStore = {
  event: DemoEvent;
  eventId: string;
  hall: StoredHall;
  schedule: DemoSchedule;
  /** 0 for the event's first. */
  position: number;
  now: Date;
};

async function storeSchedule(tx: Tx, { event, eventId, hall, schedule, position, now }: ScheduleToStore) {
  const scheduleId = demoId(`schedule:${event.slug}:${position}`);
  const startsAt = seoulTime(now, schedule);
  const salesOpenAt = salesOpeningOf(schedule, startsAt, now);
  const salesCloseAt = new Date(+startsAt - HOUR_MS);
  const blockedSeatIndexes = hall.plan.seats.flatMap((seat, seatIndex) => (hall.isBlocked(seat) ? [seatIndex] : []));
  const grades = Object.entries(event.prices).map(([code, priceKrw]) => ({ code: code as GradeCode, priceKrw }));
  await insertPublishedSchedule(tx, {
    scheduleId,
    eventId,
    planId: hall.planId,
    startsAt,
    salesOpenAt,
    salesCloseAt,
    seatsPerBookingMax: 4,
    seatsPerUserMax: 4,
    leavesNoOrphans: event.leavesNoOrphans ?? false,
    grades,
    gradeOfCategory: GRADE_OF_CATEGORY,
    blockedSeatIndexes,
  });
  const seats = await readSellableSeats(tx, scheduleId);
  const isLeftToVisitors = schedule.sale === "open" && position < 2;
  return { scheduleId, sale: schedule.sale, startsAt, salesOpenAt, salesCloseAt, isLeftToVisitors, seats };
}

function salesOpeningOf({ sale }: DemoSchedule, startsAt: Date, now: Date): Date {
  switch (sale) {
    case "open":
      return seoulDaysFromNow(now, -9, "14:00");
    case "sold_out":
      return seoulDaysFromNow(now, -6, "20:00");
    case "opens_within_a_day":
      return nextOpening(now);
    case "opens_next_week":
      return seoulDaysFromNow(now, 7, "14:00");
    case "over":
      return seoulDaysFromNow(startsAt, -30, "14:00");
  }
}

async function readSellableSeats(tx: Tx, scheduleId: string): Promise<DemoSeat[]> {
  const rows = await tx.execute<{
    id: string;
    seat_index: number;
    row_key: string;
    grade: string;
    price_krw: number;
  }>(sql`
    select id, seat_index, section || ':' || row_label as row_key, grade, price_krw
      from tickets where schedule_id = ${scheduleId}::uuid and status = 'available' order by seat_index`);
  return rows.map((row) => ({
    ticketId: Number(row.id),
    seatIndex: row.seat_index,
    rowKey: row.row_key,
    grade: row.grade,
    priceKrw: row.price_krw,
  }));
}
