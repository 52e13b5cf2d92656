import { HOUR_MS, MINUTE_MS } from "./calendar";
import { type DemoSeat, fillHouse, type Party, scatterParties } from "./parties";
import { DEMO_FANS } from "./people";
import type { DemoSale } from "./programme";
import { demoBookingNumber, demoId, type Random } from "./random";

/** A schedule whose tickets exist, as the demo's buyers find it. `seats` are those that may be sold. */
export type DemoHouse = {
  scheduleId: string;
  sale: DemoSale;
  startsAt: Date;
  salesOpenAt: Date;
  salesCloseAt: Date;
  /** The visitor's own accounts leave this schedule alone, so that they can buy here. */
  isLeftToVisitors: boolean;
  seats: DemoSeat[];
};

export type DemoBooking = {
  bookingId: string;
  paymentId: string;
  number: string;
  fan: number;
  scheduleId: string;
  seats: DemoSeat[];
  totalKrw: number;
  receiptMethod: "mobile" | "on_site";
  outcome: "confirmed" | "refunded" | "expired";
  createdAt: Date;
  /** When it was paid; for an expired one, when its time ran out. */
  decidedAt: Date;
  refundedAt: Date | null;
};

export const PAYMENT_TIME_MS = 5 * MINUTE_MS;

// fan1 to fan5 are the accounts that a visitor tries first: they keep room for purchases of their own.
const VISITOR_FANS = 5;
const EVERYBODY = DEMO_FANS.map((_, i) => i);
const REGULARS = EVERYBODY.slice(VISITOR_FANS);

/** Everything the fans have booked so far, oldest first. Seats of confirmed bookings never overlap. */
export function sellDemo(random: Random, houses: readonly DemoHouse[], now: Date): DemoBooking[] {
  return houses.flatMap((house) => sellHouse(random, house, now)).sort((a, b) => +a.createdAt - +b.createdAt);
}

function sellHouse(random: Random, house: DemoHouse, now: Date): DemoBooking[] {
  if (house.sale === "opens_within_a_day" || house.sale === "opens_next_week") return [];
  if (house.sale === "sold_out") {
    const order = random.shuffle(EVERYBODY);
    const parties = fillHouse(house.seats, order.length).map((party) => ({ ...party, fan: order[party.fan]! }));
    return parties.map((party) => bookParty(random, house, party, now, "confirmed"));
  }
  const isOver = house.sale === "over";
  const regulars = random.shuffle(REGULARS).slice(0, random.between(11, REGULARS.length));
  const visitors = EVERYBODY.slice(0, VISITOR_FANS).filter(
    () => !house.isLeftToVisitors && random.chance(isOver ? 0.6 : 0.25),
  );
  const parties = scatterParties(random, house.seats, [...regulars, ...visitors]);
  return parties.map((party) => bookParty(random, house, party, now, outcomeOf(random, isOver)));
}

function outcomeOf(random: Random, isOver: boolean): DemoBooking["outcome"] {
  if (isOver) return "confirmed";
  if (random.chance(0.06)) return "refunded";
  return random.chance(0.04) ? "expired" : "confirmed";
}

function bookParty(
  random: Random,
  house: DemoHouse,
  party: Party,
  now: Date,
  outcome: DemoBooking["outcome"],
): DemoBooking {
  const key = `${house.scheduleId}:${party.seats[0]!.seatIndex}`;
  const endedAtMs = Math.min(+now - 3 * HOUR_MS, +house.salesCloseAt - HOUR_MS);
  // Most of a sale happens in its first hours.
  const createdAtMs = Math.floor(+house.salesOpenAt + (endedAtMs - +house.salesOpenAt) * random.next() ** 3);
  const decidedAtMs = createdAtMs + (outcome === "expired" ? PAYMENT_TIME_MS : random.between(35_000, 240_000));
  return {
    bookingId: demoId(`booking:${key}`),
    paymentId: demoId(`payment:${key}`),
    number: demoBookingNumber(random),
    fan: party.fan,
    scheduleId: house.scheduleId,
    seats: party.seats,
    totalKrw: party.seats.reduce((total, seat) => total + seat.priceKrw, 0),
    receiptMethod: random.chance(0.8) ? "mobile" : "on_site",
    outcome,
    createdAt: new Date(createdAtMs),
    decidedAt: new Date(decidedAtMs),
    refundedAt: outcome === "refunded" ? new Date(decidedAtMs + random.between(10, 150) * MINUTE_MS) : null,
  };
}
