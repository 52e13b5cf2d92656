import { eq, or, sql } from "drizzle-orm";
import type { Tx } from "@/lib/db/client";
import { violates } from "@/lib/db/pg-error";
import { prepared } from "@/lib/db/prepared";
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
  const [booking] = await lockById(tx, { bookingId });
  return booking ?? null;
}

const lockById = prepared<{ bookingId: string }, LockedBooking[]>((build) =>
  build
    .select()
    .from(bookings)
    .where(eq(bookings.id, sql.placeholder("bookingId")))
    .for("update")
    .prepare("lock_booking"),
);

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
  const [attempts, [clock]] = await Promise.all([
    readAttempts(tx, { bookingId: booking.id, paymentId: input.paymentId }),
    tx
      .select({ hasRunOut: sql<boolean>`${bookings.expiresAt} <= clock_timestamp()` })
      .from(bookings)
      .where(eq(bookings.id, booking.id)),
  ]);
  return judgeAttempt(booking, input, { attempts, hasRunOut: clock?.hasRunOut ?? true });
}

/** `admitAttempt` for whoever has read by themselves, after the booking was locked. */
export function judgeAttempt(
  booking: LockedBooking,
  input: PayBookingInput,
  { attempts, hasRunOut }: { attempts: readonly Payment[]; hasRunOut: boolean },
): Payment | null {
  const same = attempts.find((attempt) => attempt.id === input.paymentId);
  if (same) {
    const isRepeated = same.bookingId === booking.id && same.method === methodOf(input);
    if (!isRepeated || same.amountKrw !== input.expectedTotalKrw) throw new AppError("id_reused");
    return same;
  }

  if (booking.status === "confirmed") throw new AppError("already_paid");
  if (attempts.some((attempt) => attempt.status === "processing")) throw new AppError("payment_in_progress");
  if (booking.status === "expired" || (booking.status === "pending" && hasRunOut)) {
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

/** The attempts to pay a booking, and whatever else has this payment's id. */
export const readAttempts = prepared<{ bookingId: string; paymentId: string }, Payment[]>((build) =>
  build
    .select()
    .from(payments)
    .where(or(eq(payments.bookingId, sql.placeholder("bookingId")), eq(payments.id, sql.placeholder("paymentId"))))
    .prepare("read_attempts"),
);

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
