import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "@/lib/db/client";
import { bookingSeats, bookings } from "@/lib/db/schema/bookings";
import { schedules } from "@/lib/db/schema/catalog";
import { payments } from "@/lib/db/schema/payments";
import { tickets } from "@/lib/db/schema/tickets";
import { withTransaction } from "@/lib/db/transaction";
import type { Actor } from "@/lib/kernel/actor";
import { assert } from "@/lib/kernel/assert";
import { AppError } from "@/lib/kernel/errors";
import { postPoints } from "@/lib/points/post-points";
import { FREE_TICKET } from "@/lib/seats/release-seats";
import { type Changed, changeColumns, type SeatChange } from "@/lib/seats/seat-change";
import { type LockedBooking, lockOwnBooking, type Payment } from "./payment-attempt";
import type { CancelBookingInput } from "./payment-schema";

/** `payment` is the one whose money goes back; `null` for a booking that was never paid. */
export type Cancellation = {
  bookingId: string;
  scheduleId: string;
  status: "cancelled" | "refunded";
  payment: Payment | null;
};

/**
 * Cancels the fan's own booking and frees its seats. Points go back in the same transaction. A
 * card's money becomes owed in it ("refund_due"): asking the gateway for it is the caller's next
 * step, or the sweeper's. A booking that was cancelled before gets the same answer.
 *
 * @throws AppError `payment_in_progress` while a charge is under way. Try again when it is settled.
 * @throws AppError `booking_not_cancellable` when it has expired, or its schedule has begun.
 * @throws AppError `not_found` when it is somebody else's. `busy`, `read_only`: safe to retry.
 */
export async function cancelBooking(db: Db, actor: Actor, input: CancelBookingInput): Promise<Changed<Cancellation>> {
  return withTransaction(db, async (tx) => {
    const booking = await lockOwnBooking(tx, actor, input.bookingId);
    const attempts = await tx.select().from(payments).where(eq(payments.bookingId, booking.id));
    const { id: bookingId, scheduleId, status } = booking;
    if (status === "cancelled" || status === "refunded") {
      const payment = attempts.find((attempt) => attempt.reason === "cancelled") ?? null;
      return { bookingId, scheduleId, status, payment, changes: [] };
    }
    if (attempts.some((attempt) => attempt.status === "processing")) throw new AppError("payment_in_progress");

    const changes = await freeSeats(tx, booking);
    await assertInTime(tx, booking);
    const payment = attempts.find((attempt) => attempt.status === "succeeded") ?? null;
    assert((status === "confirmed") === (payment !== null), "a booking is confirmed if and only if it is paid");
    return { bookingId, scheduleId, ...(await giveMoneyBack(tx, booking, payment)), changes };
  });
}

/** Names booking and state in the WHERE, so that a seat which has gone on to somebody else is never touched. */
async function freeSeats(tx: Tx, booking: LockedBooking): Promise<SeatChange[]> {
  const locked = await tx
    .select({ id: tickets.id })
    .from(tickets)
    .where(eq(tickets.bookingId, booking.id))
    .orderBy(tickets.id)
    .for("update");
  const ids = locked.map((ticket) => ticket.id);
  const changes =
    ids.length === 0 ? [] : await freeTickets(tx, and(inArray(tickets.id, ids), eq(tickets.bookingId, booking.id)));
  await tx
    .update(bookingSeats)
    .set({ live: false })
    .where(and(eq(bookingSeats.bookingId, booking.id), eq(bookingSeats.live, true)));
  return changes;
}

const freeTickets = (tx: Tx, which: SQL | undefined): Promise<SeatChange[]> =>
  tx.update(tickets).set(FREE_TICKET).where(which).returning(changeColumns);

/** Comes after every lock wait but the last, in a statement of its own, and rolls all of it back by throwing. */
async function assertInTime(tx: Tx, booking: LockedBooking): Promise<void> {
  const [row] = await tx
    .select({
      isCancellable: sql<boolean>`case ${bookings.status}
        when 'pending' then ${bookings.expiresAt} > clock_timestamp()
        when 'confirmed' then ${schedules.startsAt} > clock_timestamp()
        else false end`,
    })
    .from(bookings)
    .innerJoin(schedules, eq(schedules.id, bookings.scheduleId))
    .where(eq(bookings.id, booking.id));
  if (!row?.isCancellable) throw new AppError("booking_not_cancellable");
}

type Returned = Pick<Cancellation, "status" | "payment">;

async function giveMoneyBack(tx: Tx, booking: LockedBooking, payment: Payment | null): Promise<Returned> {
  const { id: bookingId, userId } = booking;
  if (payment === null) {
    await endBooking(tx, bookingId, "cancelled");
    return { status: "cancelled", payment };
  }
  if (payment.method === "card") {
    await endBooking(tx, bookingId, "cancelled");
    return { status: "cancelled", payment: await markPayment(tx, payment, "refund_due") };
  }
  if (payment.amountKrw > 0) await postPoints(tx, { userId, type: "refund", amount: payment.amountKrw, bookingId });
  await endBooking(tx, bookingId, "refunded");
  return { status: "refunded", payment: await markPayment(tx, payment, "refunded") };
}

async function endBooking(tx: Tx, bookingId: string, status: "cancelled" | "refunded"): Promise<void> {
  await tx.update(bookings).set({ status, endedAt: sql`clock_timestamp()` }).where(eq(bookings.id, bookingId));
}

async function markPayment(tx: Tx, payment: Payment, status: "refund_due" | "refunded"): Promise<Payment> {
  const [marked] = await tx
    .update(payments)
    .set({
      status,
      reason: "cancelled",
      ...(status === "refunded" ? { refundedAt: sql`clock_timestamp()` } : {}),
    })
    .where(and(eq(payments.id, payment.id), eq(payments.status, "succeeded")))
    .returning();
  assert(marked, "a succeeded payment under its booking's lock was given back");
  return marked;
}
