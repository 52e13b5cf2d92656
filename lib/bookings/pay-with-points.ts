import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/lib/db/client";
import { payments } from "@/lib/db/schema/payments";
import { withTransaction } from "@/lib/db/transaction";
import type { Actor } from "@/lib/kernel/actor";
import { AppError } from "@/lib/kernel/errors";
import { postPoints } from "@/lib/points/post-points";
import type { Changed, SeatChange } from "@/lib/seats/seat-change";
import { confirmBooking } from "./confirm-booking";
import { admitAttempt, asPaymentRefusal, type LockedBooking, lockOwnBooking, outcomeOf } from "./payment-attempt";
import type { PayBookingInput, PaymentOutcome } from "./payment-schema";

/**
 * Pays a booking with the fan's points and confirms it: points, seats, booking and payment in one
 * transaction, all or none. A booking that costs nothing moves no points and is confirmed the same way.
 * The same `paymentId` again is the same attempt and gets the same answer.
 *
 * @throws AppError `insufficient_points` with `balance` and `missing`, in points.
 * @throws AppError `already_paid`, `payment_in_progress`, `booking_expired`, `booking_not_payable`,
 *   `price_changed` with `totalKrw`, `id_reused`, `not_found`. Nothing was charged in any of them.
 * @throws AppError `busy`, `read_only`. Safe to retry under the same id.
 */
export async function payWithPoints(db: Db, actor: Actor, input: PayBookingInput): Promise<Changed<PaymentOutcome>> {
  try {
    return await withTransaction(db, async (tx) => {
      const booking = await lockOwnBooking(tx, actor, input.bookingId);
      const earlier = await admitAttempt(tx, booking, input);
      if (earlier) return { ...outcomeOf(earlier), changes: [] };
      const changes = await sellForPoints(tx, booking, input.paymentId);
      return { status: "succeeded", bookingId: booking.id, paymentId: input.paymentId, changes };
    });
  } catch (error) {
    throw asPaymentRefusal(error);
  }
}

async function sellForPoints(tx: Tx, booking: LockedBooking, paymentId: string): Promise<SeatChange[]> {
  const { id: bookingId, userId, totalKrw } = booking;
  const { refusal, changes } = await confirmBooking(tx, booking);
  if (refusal) throw new AppError(refusal === "booking_ended" ? "booking_not_payable" : "booking_expired");

  if (totalKrw > 0) await postPoints(tx, { userId, type: "use", amount: -totalKrw, bookingId });
  await tx.insert(payments).values({
    id: paymentId,
    bookingId,
    userId,
    method: "points",
    amountKrw: totalKrw,
    status: "succeeded",
    createdAt: sql`clock_timestamp()`,
    settledAt: sql`clock_timestamp()`,
  });
  return changes;
}
