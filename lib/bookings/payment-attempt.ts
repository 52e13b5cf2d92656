import { eq, or, sql } from "drizzle-orm";
import type { Tx } from "@/lib/db/client";
import { violates } from "@/lib/db/pg-error";
import { bookings } from "@/lib/db/schema/bookings";
import { payments } from "@/lib/db/schema/payments";
import type { Actor } from "@/lib/kernel/actor";
import { AppError } from "@/lib/kernel/errors";
import { isGivenUp } from "@/lib/payments/rules";
import type { PayBookingInput, PaymentOutcome } from "./payment-schema";

export type LockedBooking = typeof bookings.$inferSelect;
export type Payment = typeof payments.$inferSelect;

/** Locks a booking until `tx` ends; first in the lock order, before its tickets and the fan's points. */
export async function lockBooking(tx: Tx, bookingId: string): Promise<LockedBooking | null> {
  const [booking] = await tx.select().from(bookings).where(eq(bookings.id, bookingId)).for("update");
  return booking ?? null;
}

/**
 * Locks the actor's own booking.
 *
 * @throws AppError `not_found` when there is none, or it is somebody else's.
 */
export async function lockOwnBooking(tx: Tx, actor: Actor, bookingId: string): Promise<LockedBooking> {
  const booking = await lockBooking(tx, bookingId);
  if (booking?.userId !== actor.userId) throw new AppError("not_found");
  return booking;
}

/**
 * Decides, under the booking's lock, whether `input` is a new attempt to pay it.
 *
 * @returns the attempt of this id made before, or `null` when a new one may begin.
 * @throws AppError `id_reused` when the id stands for something else; `already_paid`, `payment_in_progress`,
 *   `booking_expired`, `booking_not_payable`, `price_changed` with `totalKrw`. Nothing was charged.
 */
export async function admitAttempt(tx: Tx, booking: LockedBooking, input: PayBookingInput): Promise<Payment | null> {
  const attempts = await tx
    .select()
    .from(payments)
    .where(or(eq(payments.bookingId, booking.id), eq(payments.id, input.paymentId)));
  const same = attempts.find((attempt) => attempt.id === input.paymentId);
  if (same) {
    const isRepeated = same.bookingId === booking.id && same.method === methodOf(input);
    if (!isRepeated || same.amountKrw !== input.expectedTotalKrw) throw new AppError("id_reused");
    return same;
  }

  if (booking.status === "confirmed") throw new AppError("already_paid");
  if (attempts.some((attempt) => attempt.status === "processing")) throw new AppError("payment_in_progress");
  if (booking.status === "expired" || (booking.status === "pending" && (await hasRunOut(tx, booking)))) {
    throw new AppError("booking_expired");
  }
  if (booking.status !== "pending") throw new AppError("booking_not_payable");
  if (booking.totalKrw !== input.expectedTotalKrw) throw new AppError("price_changed", { totalKrw: booking.totalKrw });
  return null;
}

/** A booking that costs nothing is settled without asking a card company. */
export function methodOf(input: PayBookingInput): "points" | "card" {
  return input.expectedTotalKrw === 0 ? "points" : input.method;
}

/** By the database's clock, in a statement that begins after the booking was locked. */
async function hasRunOut(tx: Tx, booking: LockedBooking): Promise<boolean> {
  const [row] = await tx
    .select({ hasRunOut: sql<boolean>`${bookings.expiresAt} <= clock_timestamp()` })
    .from(bookings)
    .where(eq(bookings.id, booking.id));
  return row?.hasRunOut ?? true;
}

/**
 * What a fan is told of an attempt; the same however often it is asked.
 *
 * @throws AppError `card_declined` with `reason`, `gateway_unavailable`, `payment_refunded` with
 *   `reason`, `booking_not_payable` when it succeeded and the booking was cancelled since.
 */
export function outcomeOf({ id, bookingId, status, reason }: Payment): PaymentOutcome {
  switch (status) {
    case "succeeded":
    case "processing":
      return { status, bookingId, paymentId: id };
    case "declined":
      throw isGivenUp(reason) ? new AppError("gateway_unavailable") : new AppError("card_declined", { reason });
    case "refund_due":
    case "refunded":
      throw reason === "cancelled" ? new AppError("booking_not_payable") : new AppError("payment_refunded", { reason });
  }
}

/** The refusal behind a broken constraint of the payments table: the last guard, should a lock above it be missing. */
export function asPaymentRefusal(error: unknown): unknown {
  if (violates(error, "payments_pkey")) return new AppError("id_reused", {}, { cause: error });
  if (violates(error, "payments_one_live_per_booking")) {
    return new AppError("payment_in_progress", {}, { cause: error });
  }
  return error;
}
