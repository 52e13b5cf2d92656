import { desc, eq } from "drizzle-orm";
import type { Method } from "@/lib/api/route";
import { payByCard } from "@/lib/bookings/pay-by-card";
import { payWithPoints } from "@/lib/bookings/pay-with-points";
import type { Db } from "@/lib/db/client";
import { bookings } from "@/lib/db/schema/bookings";
import { payments } from "@/lib/db/schema/payments";
import { pointCharges, pointHistories } from "@/lib/db/schema/points";
import { testGatewayCharges } from "@/lib/db/schema/test-gateway";
import type { Actor } from "@/lib/kernel/actor";
import { holdSeats } from "@/lib/seats/hold-seats";
import { aPayment, aPendingBooking, lost, openSale } from "./payments-world";
import { readTickets } from "./seat-record";
import { aStandingShow } from "./standing-show";
import { aFan, aSchedule, type TestSchedule } from "./world";

const PRICE = 10_000;

export type KeyedRequest = {
  as: Actor;
  schedule: TestSchedule;
  method: Method;
  path: string;
  body: Record<string, unknown>;
};

type KeyedCase = {
  name: string;
  /** A world of its own, and the request that is sent in it. */
  prepare: (db: Db) => Promise<KeyedRequest>;
  /** What the request, done once, leaves behind; see `remains`. */
  leaves: Partial<Remains>;
};

/** `cardKrw`: what the card company has kept of each charge. */
type Remains = { held: number; sold: number; bookings: string[]; entries: number[]; cardKrw: number[] };

/** Everything that changes something through the API, once each. */
export const KEYED_CASES: readonly KeyedCase[] = [
  {
    name: "a lock",
    prepare: async (db) => {
      const { as, schedule, one } = await aSale(db);
      const seats = [1, 2].map((number) => ({ row: "1열", number }));
      return { as, schedule, method: "POST", path: "/seats/lock", body: { ...one, seats } };
    },
    leaves: { held: 2 },
  },
  {
    name: "a release",
    prepare: async (db) => {
      const { as, schedule, one } = await aSale(db);
      await holdSeats(db, as, { scheduleId: schedule.scheduleId, seatIndexes: [0, 1] });
      return { as, schedule, method: "DELETE", path: "/seats/lock", body: one };
    },
    leaves: {},
  },
  {
    name: "best available",
    prepare: async (db) => {
      const { as, schedule } = await aSale(db, 40);
      const path = `/schedules/${schedule.scheduleId}/best-available`;
      return { as, schedule, method: "POST", path, body: { count: 2 } };
    },
    leaves: { held: 2 },
  },
  {
    name: "general admission",
    prepare: async (db) => {
      const [as, { area, ...schedule }] = [await aFan(db), await aStandingShow(db)];
      const path = `/schedules/${schedule.scheduleId}/general-admission`;
      return { as, schedule, method: "POST", path, body: { area, count: 2 } };
    },
    leaves: { held: 2 },
  },
  {
    name: "a booking",
    prepare: async (db) => {
      const { as, schedule, one } = await aSale(db);
      const seats = [1, 2].map((number) => ({
        ...{ row: "1열", number },
        ...{ seat_section: "A", grade: "R", price: PRICE },
      }));
      const body = { ...one, seats, total_price: 2 * PRICE, receipt_method: "mobile" };
      return { as, schedule, method: "POST", path: "/bookings", body };
    },
    leaves: { held: 2, bookings: ["pending"] },
  },
  {
    name: "a payment by points",
    prepare: async (db) => {
      const { as, schedule, booking } = await aBooking(db);
      const body = { expected_total: 2 * PRICE, method: "points" };
      return { as, schedule, method: "POST", path: `/bookings/${booking.id}/payment`, body };
    },
    leaves: { sold: 2, bookings: ["confirmed"], entries: [-2 * PRICE] },
  },
  {
    name: "a payment by card",
    prepare: async (db) => {
      const { as, schedule, booking } = await aBooking(db);
      const body = { expected_total: 2 * PRICE, method: "card", card_token: "tok_approve" };
      return { as, schedule, method: "POST", path: `/bookings/${booking.id}/payment`, body };
    },
    leaves: { sold: 2, bookings: ["confirmed"], cardKrw: [2 * PRICE] },
  },
  {
    name: "a charge",
    prepare: async (db) => {
      const { as, schedule } = await aSale(db);
      const body = { amount: 30_000, card_token: "tok_approve" };
      return { as, schedule, method: "POST", path: "/points/charges", body };
    },
    leaves: { entries: [30_000], cardKrw: [30_000] },
  },
  {
    name: "a cancellation",
    prepare: async (db) => {
      const { as, schedule, booking } = await aBooking(db);
      await payWithPoints(db, as, aPayment(booking, { method: "points" }));
      return { as, schedule, method: "POST", path: `/bookings/${booking.id}/cancellation`, body: {} };
    },
    leaves: { bookings: ["refunded"], entries: [2 * PRICE, -2 * PRICE] },
  },
  {
    name: "a cancellation of what a card paid",
    prepare: async (db) => {
      const { as, schedule, booking } = await aBooking(db);
      const { services } = openSale(db, { notify: lost });
      await payByCard(services, as, aPayment(booking, { cardToken: "tok_approve" }));
      return { as, schedule, method: "POST", path: `/bookings/${booking.id}/cancellation`, body: {} };
    },
    leaves: { bookings: ["refunded"], cardKrw: [0] },
  },
];

async function aSale(db: Db, seatCount = 10) {
  const schedule = await aSchedule(db, { seatCount, priceKrw: PRICE });
  const one = { event_id: schedule.eventId, schedule_id: schedule.scheduleId };
  return { as: await aFan(db, { points: 100_000 }), schedule, one };
}

async function aBooking(db: Db) {
  const { as, schedule } = await aSale(db);
  return { as, schedule, booking: await aPendingBooking(db, as, schedule) };
}

export function keyedCase(name: string): KeyedCase {
  const found = KEYED_CASES.find((testCase) => testCase.name === name);
  if (!found) throw new Error(`There is no ${name}`);
  return found;
}

/** What is there of a case's fan and schedule, apart from the points that the fan came with. */
export async function remains(db: Db, { as, schedule }: KeyedRequest): Promise<Remains> {
  const seats = await readTickets(db, schedule.scheduleId);
  const ofFan = await db.select().from(bookings).where(eq(bookings.userId, as.userId));
  const entries = await db
    .select({ amount: pointHistories.amount })
    .from(pointHistories)
    .where(eq(pointHistories.userId, as.userId))
    .orderBy(desc(pointHistories.id));
  const charged = { amountKrw: testGatewayCharges.amountKrw, refundedKrw: testGatewayCharges.refundedKrw };
  const paid = await db
    .select(charged)
    .from(testGatewayCharges)
    .innerJoin(payments, eq(payments.id, testGatewayCharges.idempotencyKey))
    .where(eq(payments.userId, as.userId));
  const bought = await db
    .select(charged)
    .from(testGatewayCharges)
    .innerJoin(pointCharges, eq(pointCharges.id, testGatewayCharges.idempotencyKey))
    .where(eq(pointCharges.userId, as.userId));
  return {
    held: seats.filter((seat) => seat.status === "held").length,
    sold: seats.filter((seat) => seat.status === "sold").length,
    bookings: ofFan.map((booking) => booking.status),
    entries: entries.map((entry) => entry.amount).filter((amount) => amount !== 100_000),
    cardKrw: [...paid, ...bought].map((charge) => charge.amountKrw - charge.refundedKrw),
  };
}

/** `remains`, whole, of a case whose work was done once. */
export const remainsOf = ({ leaves }: Pick<KeyedCase, "leaves">): Remains => ({
  ...{ held: 0, sold: 0, bookings: [], entries: [], cardKrw: [] },
  ...leaves,
});
