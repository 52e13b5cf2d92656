import type { Db, Tx } from "@/lib/db/client";
import { withTransaction } from "@/lib/db/transaction";
import type { Actor } from "@/lib/kernel/actor";
import { AppError } from "@/lib/kernel/errors";
import { assertBalanceTakes, lockBalance } from "@/lib/points/post-points";
import type { Changed, SeatChange } from "@/lib/seats/seat-change";
import { lockBookedSeats, refusalOf, sellSeats } from "./confirm-booking";
import { asPaymentRefusal, judgeAttempt, lockOwnBooking, outcomeOf, readAttempts } from "./payment-attempt";
import type { PayBookingInput, PaymentOutcome } from "./payment-schema";
import { insertPayment, type LockedSale, sellAndCharge } from "./sell-and-charge";

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
  const { bookingId, paymentId } = input;
  try {
    return await withTransaction(db, async (tx) => {
      // One burst, in the order of the locks: booking, tickets, points.
      const [booking, attempts, standing, balance] = await Promise.all([
        lockOwnBooking(tx, actor, bookingId),
        readAttempts(tx, { bookingId, paymentId }),
        lockBookedSeats(tx, bookingId),
        lockBalance(tx, actor.userId),
      ]);
      const earlier = judgeAttempt(booking, input, { attempts, hasRunOut: !standing.isInTime });
      if (earlier) return { ...outcomeOf(earlier), changes: [] };
      const changes = await sellForPoints(tx, paymentId, { booking, standing, balance });
      return { status: "succeeded", bookingId, paymentId, changes };
    });
  } catch (error) {
    throw asPaymentRefusal(error);
  }
}

async function sellForPoints(tx: Tx, paymentId: string, locked: LockedSale): Promise<SeatChange[]> {
  const { booking, standing, balance } = locked;
  const { id: bookingId, userId, totalKrw } = booking;
  const refusal = refusalOf(booking, standing);
  if (refusal) throw new AppError(refusal === "booking_ended" ? "booking_not_payable" : "booking_expired");

  const entry = { userId, type: "use", amount: -totalKrw, bookingId } as const;
  assertBalanceTakes(balance, entry);
  if (totalKrw > 0) return sellAndCharge(tx, paymentId, locked);
  const [changes] = await Promise.all([
    sellSeats(tx, booking, standing),
    insertPayment(tx, { paymentId, bookingId, userId, totalKrw }),
  ]);
  return changes;
}
