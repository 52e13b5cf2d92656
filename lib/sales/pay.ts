import { payByCard } from "@/lib/bookings/pay-by-card";
import { payWithPoints } from "@/lib/bookings/pay-with-points";
import { methodOf } from "@/lib/bookings/payment-attempt";
import type { PayBookingInput, PaymentOutcome } from "@/lib/bookings/payment-schema";
import type { Actor } from "@/lib/kernel/actor";
import { AppError } from "@/lib/kernel/errors";
import { lockKeys, withLock } from "@/lib/redis/lock";
import { announce } from "@/lib/seats/availability";
import type { Services } from "@/lib/services";
import { settings } from "@/lib/settings";
import { findOwner } from "./booking-owners";

/**
 * Pays a booking in the order that keeps the promise: Redis lock, transaction, commit, availability,
 * lock released.
 *
 * @throws AppError what `payWithPoints` and `payByCard` throw; `payment_in_progress` at once while
 *   somebody else has the lock.
 */
export async function payBookingSafely(
  services: Services,
  actor: Actor,
  input: PayBookingInput,
): Promise<PaymentOutcome> {
  const scheduleId = await findOwnSchedule(services, actor, input.bookingId);
  const lock = {
    kind: "payment",
    keys: [lockKeys.payment(input.bookingId)],
    ownerId: actor.userId,
    leaseMs: settings.lockLeaseMs,
    refusal: "payment_in_progress",
  } as const;
  // Settling a card tells the new availability by itself, since a notification may do it too.
  if (methodOf(input) === "card") return withLock(services.redis, lock, () => payByCard(services, actor, input));
  const { changes: _, ...outcome } = await withLock(
    services.redis,
    lock,
    () => payWithPoints(services.db, actor, input),
    ({ changes }) => announce(services.redis, scheduleId, changes),
  );
  return outcome;
}

async function findOwnSchedule({ db }: Services, actor: Actor, bookingId: string): Promise<string> {
  const booking = await findOwner(db, bookingId);
  if (booking?.userId !== actor.userId) throw new AppError("not_found");
  return booking.scheduleId;
}
