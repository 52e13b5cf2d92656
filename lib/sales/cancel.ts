import { cancelBooking } from "@/lib/bookings/cancel-booking";
import type { CancelBookingInput, CancelOutcome } from "@/lib/bookings/payment-schema";
import { refundCardPayment } from "@/lib/bookings/refund-card-payment";
import type { Actor } from "@/lib/kernel/actor";
import { lockKeys, withLock } from "@/lib/redis/lock";
import { announce } from "@/lib/seats/availability";
import type { Services } from "@/lib/services";
import { settings } from "@/lib/settings";

/**
 * Cancels a booking, tells the new availability, then asks the gateway for a card's money. When the
 * gateway does not take the refund the booking is cancelled all the same ("cancelled"), and the
 * sweeper asks again until it is "refunded".
 *
 * @throws AppError what `cancelBooking` throws; `payment_in_progress` at once while it is being paid.
 */
export async function cancelBookingSafely(
  services: Services,
  actor: Actor,
  input: CancelBookingInput,
): Promise<CancelOutcome> {
  const lock = {
    kind: "payment",
    keys: [lockKeys.payment(input.bookingId)],
    ownerId: actor.userId,
    leaseMs: settings.lockLeaseMs,
    refusal: "payment_in_progress",
  } as const;
  return withLock(services.redis, lock, async () => {
    const { bookingId, scheduleId, status, payment, changes } = await cancelBooking(services.db, actor, input);
    await announce(services.redis, scheduleId, changes);
    const refund = payment && { method: payment.method, amountKrw: payment.amountKrw };
    if (payment?.status !== "refund_due") return { bookingId, status, refund };
    const refunded = await refundCardPayment(services, payment);
    return { bookingId, status: refunded.status === "refunded" ? "refunded" : status, refund };
  });
}
