import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { expect } from "vitest";
import { audit } from "@/lib/audit/audit";
import type { Booking } from "@/lib/bookings/booking";
import { createBooking } from "@/lib/bookings/create-booking";
import type { PayBookingInput } from "@/lib/bookings/payment-schema";
import type { Db } from "@/lib/db/client";
import { bookings } from "@/lib/db/schema/bookings";
import { payments } from "@/lib/db/schema/payments";
import { testGatewayCharges } from "@/lib/db/schema/test-gateway";
import { tickets } from "@/lib/db/schema/tickets";
import type { Actor } from "@/lib/kernel/actor";
import type { CardGateway } from "@/lib/payments/gateway";
import { type GatewayNotification, signNotification } from "@/lib/payments/notification-signature";
import { createTestGateway, type TestGateway } from "@/lib/payments/test-gateway";
import { findBalance } from "@/lib/points/queries";
import type { GuardedRedis } from "@/lib/redis/guarded";
import { receiveNotification } from "@/lib/sales/receive-notification";
import type { Services } from "@/lib/services";
import { aBookingInput } from "./booking-input";
import { absentRedis } from "./redis";
import { aFan, aSchedule, type TestSchedule } from "./world";

export const SIGNING_SECRET = "a secret of the tests";
const SLOW_ANSWER_MS = 100;

export type Sale = { services: Services; gateway: TestGateway };

type SaleOptions = {
  redis?: GuardedRedis;
  /** Replaces some of the gateway's behaviour; gets the gateway itself to go on with. */
  gateway?: (gateway: TestGateway) => Partial<CardGateway>;
  /** What becomes of a notification; delivered unless told otherwise. */
  notify?: (deliver: () => Promise<void>, notification: GatewayNotification) => Promise<void>;
};

/** The services of a sale whose test gateway notifies the sale itself. */
export function openSale(db: Db, options: SaleOptions = {}): Sale {
  const notify = options.notify ?? ((deliver) => deliver());
  const gateway = createTestGateway({
    db,
    slowAnswerMs: SLOW_ANSWER_MS,
    notify: (event) =>
      notify(() => receiveNotification(services, signNotification(SIGNING_SECRET, event), SIGNING_SECRET), event),
  });
  const services: Services = {
    db,
    readDb: db,
    redis: options.redis ?? absentRedis,
    gateway: { ...gateway, ...options.gateway?.(gateway) },
  };
  return { services, gateway };
}

/** Notifications that never arrive. */
export const lost = async () => {};

/** A pending booking of the first seats of a schedule (from `firstSeat`), made the way a fan makes it. */
export async function aPendingBooking(
  db: Db,
  fan: Actor,
  schedule: TestSchedule,
  { seatCount = 2, firstSeat = 0 }: { seatCount?: number; firstSeat?: number } = {},
): Promise<Booking> {
  const seatIndexes = Array.from({ length: seatCount }, (_, offset) => firstSeat + offset);
  return createBooking(db, fan, aBookingInput(schedule, seatIndexes));
}

export type Purchase = { fan: Actor; schedule: TestSchedule; booking: Booking };

/** A fan with points enough for anything, and their pending booking of two seats at 10,000 won each. */
export async function aPurchase(
  db: Db,
  options: { points?: number; seatCount?: number; priceKrw?: number; startsAt?: Date } = {},
): Promise<Purchase> {
  const { points = 1_000_000, seatCount = 2, priceKrw = 10_000, startsAt } = options;
  const fan = await aFan(db, { points });
  const schedule = await aSchedule(db, { seatCount: 4, priceKrw, ...(startsAt ? { startsAt } : {}) });
  return { fan, schedule, booking: await aPendingBooking(db, fan, schedule, { seatCount }) };
}

/** An honest wish to pay for this booking. */
export function aPayment(
  booking: Booking,
  wish: { method: "points" } | { cardToken: string },
  paymentId: string = randomUUID(),
): PayBookingInput {
  const means = "method" in wish ? wish : { method: "card" as const, ...wish };
  return { bookingId: booking.id, paymentId, expectedTotalKrw: booking.totalKrw, ...means };
}

/** Where money and seats of one purchase stand. */
export async function standingOf(db: Db, { fan, booking }: Purchase) {
  const [row] = await db.select({ status: bookings.status }).from(bookings).where(eq(bookings.id, booking.id));
  const attempts = await db
    .select({ status: payments.status, reason: payments.reason })
    .from(payments)
    .where(eq(payments.bookingId, booking.id))
    .orderBy(payments.createdAt);
  const seats = await db.select().from(tickets).where(eq(tickets.scheduleId, booking.scheduleId));
  return {
    booking: row?.status,
    payments: attempts.map(({ status, reason }) => (reason ? `${status}: ${reason}` : status)),
    soldSeats: seats.filter((seat) => seat.status === "sold" && seat.bookingId === booking.id).length,
    freeSeats: seats.filter((seat) => seat.status === "available").length,
    balance: await findBalance(db, fan),
    cardKrw: await chargedKrw(db, booking.id),
  };
}

/** What the card company has kept for a booking, refunds taken off, in won. */
async function chargedKrw(db: Db, bookingId: string): Promise<number> {
  const charges = await db
    .select({ amountKrw: testGatewayCharges.amountKrw, refundedKrw: testGatewayCharges.refundedKrw })
    .from(testGatewayCharges)
    .innerJoin(payments, eq(payments.id, testGatewayCharges.idempotencyKey))
    .where(and(eq(payments.bookingId, bookingId), eq(testGatewayCharges.status, "approved")));
  return charges.reduce((total, charge) => total + charge.amountKrw - charge.refundedKrw, 0);
}

/** How every test about money ends: nothing of this schedule breaks a promise. */
export async function expectAuditClean(db: Db, ...schedules: { scheduleId: string }[]): Promise<void> {
  expect(await audit(db, { scheduleIds: schedules.map((schedule) => schedule.scheduleId) })).toEqual([]);
}
