import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/lib/db/client";
import { payments } from "@/lib/db/schema/payments";
import { withTransaction } from "@/lib/db/transaction";
import { actOnVerdict, type ChargeVerdict } from "@/lib/payments/rules";
import { availabilityChanged } from "@/lib/seats/availability";
import type { Services } from "@/lib/services";
import { confirmBooking } from "./confirm-booking";
import { type LockedBooking, lockBooking, type Payment } from "./payment-attempt";
import { refundCardPayment } from "./refund-card-payment";

/**
 * Writes down what became of a card charge, once, whoever tells it (the answer, a notification, the
 * sweeper) and however often. Approved in time confirms the booking. A charge that can buy nothing
 * any more becomes a refund: it is written down as owed in the transaction that finds it so, and
 * asked of the gateway after the commit.
 *
 * @returns the payment as it is now, or `null` when there is none of this id.
 * @throws AppError `busy` when a row stays locked for 3 s, `read_only` without a database. Safe to retry.
 */
export async function settleCardPayment(
  services: Services,
  paymentId: string,
  verdict: ChargeVerdict,
): Promise<Payment | null> {
  const bookingId = await findBookingOf(services, paymentId);
  if (bookingId === null) return null;

  const { payment, soldScheduleId } = await withTransaction(services.db, (tx) =>
    settle(tx, { bookingId, paymentId, verdict }),
  );
  if (soldScheduleId) await availabilityChanged(services.redis, soldScheduleId);
  return payment?.status === "refund_due" ? refundCardPayment(services, payment) : payment;
}

async function findBookingOf(services: Services, paymentId: string): Promise<string | null> {
  const [payment] = await services.db
    .select({ bookingId: payments.bookingId })
    .from(payments)
    .where(eq(payments.id, paymentId));
  return payment?.bookingId ?? null;
}

type Settled = { payment: Payment | null; soldScheduleId: string | null };
type Settlement = { bookingId: string; paymentId: string; verdict: ChargeVerdict };

async function settle(tx: Tx, { bookingId, paymentId, verdict }: Settlement): Promise<Settled> {
  const booking = await lockBooking(tx, bookingId);
  // Read again: only now, under the booking's lock, does nobody else settle it.
  const [payment] = await tx.select().from(payments).where(eq(payments.id, paymentId));
  if (!booking || !payment) return { payment: null, soldScheduleId: null };

  const outcome = await applyVerdict(tx, booking, payment, verdict);
  if (outcome === null) return { payment, soldScheduleId: null };
  const reference = verdict.status === "given_up" ? {} : { gatewayReference: verdict.reference };
  const [settled] = await tx
    .update(payments)
    .set({ ...outcome, ...reference, settledAt: sql`clock_timestamp()` })
    .where(eq(payments.id, paymentId))
    .returning();
  return { payment: settled ?? null, soldScheduleId: outcome.status === "succeeded" ? booking.scheduleId : null };
}

type Outcome = Pick<Payment, "status" | "reason">;

/** What the payment becomes; `null` when the verdict tells nothing new. */
async function applyVerdict(
  tx: Tx,
  booking: LockedBooking,
  payment: Payment,
  verdict: ChargeVerdict,
): Promise<Outcome | null> {
  const action = actOnVerdict(payment, verdict);
  if (action === "ignore") return null;
  if (verdict.status !== "approved") return { status: "declined", reason: verdict.reason };
  if (action === "refund") return { status: "refund_due", reason: "charged_after_giving_up" };
  if (verdict.amountKrw !== payment.amountKrw) return { status: "refund_due", reason: "amount_mismatch" };
  const refusal = await confirmBooking(tx, booking);
  return refusal ? { status: "refund_due", reason: refusal } : { status: "succeeded", reason: null };
}
