import { eq, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { payments } from "@/lib/db/schema/payments";
import { withTransaction } from "@/lib/db/transaction";
import type { Actor } from "@/lib/kernel/actor";
import { assert } from "@/lib/kernel/assert";
import { AppError } from "@/lib/kernel/errors";
import { askForCharge, verdictOf } from "@/lib/payments/ask-gateway";
import { claimChargeId } from "@/lib/payments/claim-charge-id";
import type { Services } from "@/lib/services";
import { settings } from "@/lib/settings";
import { admitAttempt, asPaymentRefusal, lockOwnBooking, outcomeOf, type Payment } from "./payment-attempt";
import type { PayBookingInput, PaymentOutcome } from "./payment-schema";
import { settleCardPayment } from "./settle-card-payment";

/**
 * Pays a booking by card: the attempt is written down, then the card is charged outside any
 * transaction, then the answer is settled. Whatever happens in between, the attempt is found again by
 * a notification or the sweeper, so that money and seats agree in the end.
 *
 * The same `paymentId` again is the same attempt: while it is unsettled the gateway is asked once
 * more under the same key, which charges once and repeats its first answer.
 *
 * @returns "processing" when the card company does not answer within `gatewayTimeoutMs`.
 * @throws AppError `card_declined` with `reason`. Not charged, the seats stay until the booking expires.
 * @throws AppError `payment_refunded` when it was charged too late to have the seats; the money goes back by itself.
 * @throws AppError `gateway_unavailable` when it surely was not charged; try again under a new id.
 * @throws AppError `already_paid`, `payment_in_progress`, `booking_expired`, `booking_not_payable`,
 *   `price_changed` with `totalKrw`, `id_reused`, `not_found`, `invalid_input`. Nothing was charged.
 * @throws AppError `busy`, `read_only`. Retry under the same id only.
 */
export async function payByCard(
  services: Services,
  actor: Actor,
  input: PayBookingInput,
  limits: { gatewayTimeoutMs: number } = settings,
): Promise<PaymentOutcome> {
  const { cardToken } = input;
  if (cardToken === undefined) throw new AppError("invalid_input", { fields: { cardToken: ["card_token_required"] } });

  const { payment, isFirstAttempt } = await recordAttempt(services.db, actor, input);
  if (payment.status !== "processing") return outcomeOf(payment);

  const request = { idempotencyKey: payment.id, amountKrw: payment.amountKrw, cardToken };
  const answer = await askForCharge(services.gateway, request, limits.gatewayTimeoutMs);
  const verdict = verdictOf(answer, { isFirstAttempt });
  // Without an answer, a notification may have settled it while we waited.
  const current = verdict
    ? await settleCardPayment(services, payment.id, verdict)
    : await findPayment(services.db, payment.id);
  return outcomeOf(current ?? payment);
}

type Attempt = { payment: Payment; isFirstAttempt: boolean };

/** Commits the attempt before a card is charged, so that no charge is ever made that nobody knows of. */
async function recordAttempt(db: Db, actor: Actor, input: PayBookingInput): Promise<Attempt> {
  try {
    return await withTransaction(db, async (tx) => {
      const booking = await lockOwnBooking(tx, actor, input.bookingId);
      const earlier = await admitAttempt(tx, booking, input);
      if (earlier) return { payment: earlier, isFirstAttempt: false };
      await claimChargeId(tx, input.paymentId, "payment");
      const [payment] = await tx
        .insert(payments)
        .values({
          id: input.paymentId,
          bookingId: booking.id,
          userId: actor.userId,
          method: "card",
          amountKrw: booking.totalKrw,
          status: "processing",
          createdAt: sql`clock_timestamp()`,
        })
        .returning();
      assert(payment, "an inserted attempt is there");
      return { payment, isFirstAttempt: true };
    });
  } catch (error) {
    throw asPaymentRefusal(error);
  }
}

async function findPayment(db: Db, paymentId: string): Promise<Payment | null> {
  const [payment] = await db.select().from(payments).where(eq(payments.id, paymentId));
  return payment ?? null;
}
