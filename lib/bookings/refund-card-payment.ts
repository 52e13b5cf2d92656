import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/lib/db/client";
import { bookings } from "@/lib/db/schema/bookings";
import { payments } from "@/lib/db/schema/payments";
import { withTransaction } from "@/lib/db/transaction";
import { log } from "@/lib/ops/log";
import { within } from "@/lib/payments/ask-gateway";
import type { Services } from "@/lib/services";
import { settings } from "@/lib/settings";
import { lockBooking, type Payment } from "./payment-attempt";

/**
 * Gives a card's money back and writes down that it went. A cancelled booking becomes a refunded one.
 * Safe to repeat and to run twice at once: the gateway refunds a charge once.
 *
 * @returns the payment as it is now: still "refund_due" when the gateway did not take the refund,
 *   which is no failure of ours; the sweeper asks again.
 */
export async function refundCardPayment(services: Services, payment: Payment): Promise<Payment> {
  const { gatewayReference } = payment;
  if (gatewayReference === null) throw new Error(`Payment ${payment.id} is to be refunded but has no reference`);
  try {
    await within(settings.gatewayTimeoutMs, () => services.gateway.refund(gatewayReference));
  } catch (error) {
    log.error({ err: error, payment: payment.id }, "A refund was not taken; the sweeper will ask again");
    return payment;
  }
  return (await withTransaction(services.db, (tx) => recordRefund(tx, payment))) ?? payment;
}

async function recordRefund(tx: Tx, { id, bookingId }: Payment): Promise<Payment | null> {
  await lockBooking(tx, bookingId);
  const [refunded] = await tx
    .update(payments)
    .set({ status: "refunded", refundedAt: sql`clock_timestamp()` })
    .where(and(eq(payments.id, id), eq(payments.status, "refund_due")))
    .returning();
  if (refunded?.reason === "cancelled") {
    await tx
      .update(bookings)
      .set({ status: "refunded" })
      .where(and(eq(bookings.id, bookingId), eq(bookings.status, "cancelled")));
  }
  if (refunded) return refunded;
  const [current] = await tx.select().from(payments).where(eq(payments.id, id));
  return current ?? null;
}
