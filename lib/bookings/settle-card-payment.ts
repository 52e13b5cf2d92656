import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/lib/db/client";
import { payments } from "@/lib/db/schema/payments";
import { withTransaction } from "@/lib/db/transaction";
import { actOnVerdict, type ChargeVerdict } from "@/lib/payments/rules";
import { announce } from "@/lib/seats/availability";
import type { Changed, SeatChange } from "@/lib/seats/seat-change";
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

  const { payment, scheduleId, changes } = await withTransaction(services.db, (tx) =>
    settle(tx, { bookingId, paymentId, verdict }),
  );
  await announce(services.redis, scheduleId, changes);
  return payment?.status === "refund_due" ? refundCardPayment(services, payment) : payment;
}

async function findBookingOf(services: Services, paymentId: string): Promise<string | null> {
  const [payment] = await services.db
    .select({ bookingId: payments.bookingId })
    .from(payments)
    .where(eq(payments.id, paymentId));
  return payment?.bookingId ?? null;
}

type Settled = { payment: Payment | null; scheduleId: string; changes: readonly SeatChange[] };
type Settlement = { bookingId: string; paymentId: string; verdict: ChargeVerdict };

async function settle(tx: Tx, { bookingId, paymentId, verdict }: Settlement): Promise<Settled> {
  const booking = await lockBooking(tx, bookingId);
  // Read again: only now, under the booking's lock, does nobody else settle it.
  const [payment] = await tx.select().from(payments).where(eq(payments.id, paymentId));
  if (!booking || !payment) return { payment: null, scheduleId: "", changes: [] };
  const { scheduleId } = booking;

  const applied = await applyVerdict(tx, booking, payment, verdict);
  if (applied === null) return { payment, scheduleId, changes: [] };
  const { changes, ...outcome } = applied;
  const reference = verdict.status === "given_up" ? {} : { gatewayReference: verdict.reference };
  const [settled] = await tx
    .update(payments)
    .set({ ...outcome, ...reference, settledAt: sql`clock_timestamp()` })
    .where(eq(payments.id, paymentId))
    .returning();
  return { payment: settled ?? null, scheduleId, changes };
}

type Outcome = Changed<Pick<Payment, "status" | "reason">>;

/** What the payment becomes; `null` when the verdict tells nothing new. */
async function applyVerdict(
  tx: Tx,
  booking: LockedBooking,
  payment: Payment,
  verdict: ChargeVerdict,
): Promise<Outcome | null> {
  const action = actOnVerdict(payment, verdict);
  if (action === "ignore") return null;
  if (verdict.status !== "approved") return { status: "declined", reason: verdict.reason, changes: [] };
  if (action === "refund") return refundDue("charged_after_giving_up");
  if (verdict.amountKrw !== payment.amountKrw) return refundDue("amount_mismatch");
  const { refusal, changes } = await confirmBooking(tx, booking);
  return refusal ? refundDue(refusal) : { status: "succeeded", reason: null, changes };
}

const refundDue = (reason: NonNullable<Payment["reason"]>): Outcome => ({ status: "refund_due", reason, changes: [] });
