import type { Db, Tx } from "@/lib/db/client";
import { violates } from "@/lib/db/pg-error";
import { listOf } from "@/lib/db/prepared";
import { withTransaction } from "@/lib/db/transaction";
import type { Actor } from "@/lib/kernel/actor";
import { assert } from "@/lib/kernel/assert";
import { AppError } from "@/lib/kernel/errors";
import { toHeldSeat } from "@/lib/seats/hold-seats";
import { judgeSeats, leaveExpiredBookings, lookAtSeats, type Ticket } from "@/lib/seats/lock-seats";
import { assertWithinLimit } from "@/lib/seats/rules";
import type { Changed } from "@/lib/seats/seat-change";
import { settings } from "@/lib/settings";
import type { BookedSeat, Booking } from "./booking";
import { newBookingNumber } from "./booking-number";
import { findFirstAnswer } from "./find-first-answer";
import { totalKrwOf } from "./rules";
import type { CreateBookingInput } from "./schema";
import { writeBooking } from "./write-booking";

export type { BookedSeat, Booking };

const NUMBER_ATTEMPTS_MAX = 5;

/**
 * Books every requested seat for `actor`, or none: out of their own hold, or straight away where
 * nobody has them. The booking is pending and keeps its seats `settings.bookingPaymentTimeoutMs`
 * from now, whatever was left of the hold. Held seats that are not booked stay held.
 *
 * Sending the same input again is safe and gives the first booking as it is now.
 *
 * @throws AppError `not_found`, `sales_not_open` or `sales_closed`, as for a hold.
 * @throws AppError `seat_unavailable`: `details.seatIndexes` are sold, blocked, booked or held by another.
 * @throws AppError `would_leave_orphan`, as for a hold; never for seats out of the actor's own hold.
 * @throws AppError `seat_limit_exceeded`: more than `details.max` per booking or per person.
 * @throws AppError `price_changed`: `details.seats` has the right price of each seat that was sent
 *   with another, `details.totalKrw` the right total. Nothing was written.
 * @throws AppError `id_reused` when `bookingId` was used for another request.
 * @throws AppError `busy` or `read_only`; see `withTransaction`. Retry with the same `bookingId`.
 */
export async function createBooking(db: Db, actor: Actor, input: CreateBookingInput): Promise<Changed<Booking>> {
  for (let attempt = 1; ; attempt++) {
    const number = newBookingNumber();
    try {
      return await withTransaction(db, (tx) => bookSeats(tx, actor, input, number));
    } catch (error) {
      if (violates(error, "bookings_pkey")) throw new AppError("id_reused", {}, { cause: error });
      if (violates(error, "bookings_number_unique") && attempt < NUMBER_ATTEMPTS_MAX) continue;
      throw error;
    }
  }
}

async function bookSeats(tx: Tx, actor: Actor, input: CreateBookingInput, number: string): Promise<Changed<Booking>> {
  const { scheduleId } = input;
  const request = { scheduleId, seatIndexes: input.seats.map((seat) => seat.seatIndex) };
  // The look comes first, and with it the lock: a repeat sent at the same moment finds what the first one wrote.
  const [look, firstAnswer] = await Promise.all([lookAtSeats(tx, actor, request), findFirstAnswer(tx, actor, input)]);
  if (firstAnswer) return { ...firstAnswer, changes: [] };
  const { requested, now, freshToken, terms } = await judgeSeats(tx, actor, request, look);
  assertWithinLimit(requested.length, terms.seatsPerBookingMax);
  assertPricesAgree(requested, input);

  const { bookingId: id, totalKrw, receiptMethod } = input;
  const expiresAt = new Date(now.getTime() + settings.bookingPaymentTimeoutMs);
  await leaveExpiredBookings(tx, requested);
  const changes = await writeBooking(tx, {
    ...{ bookingId: id, number, userId: actor.userId, scheduleId, totalKrw, receiptMethod },
    ...{ ticketIds: listOf(requested.map((ticket) => ticket.id)), holdToken: freshToken },
    ...{ now: now.toISOString(), expiresAt: expiresAt.toISOString() },
  });
  assert(changes.length === requested.length, "every locked ticket is booked");

  const ends = { confirmedAt: null, endedAt: null };
  const seats = requested.map(toHeldSeat);
  return {
    id,
    number,
    scheduleId,
    status: "pending",
    totalKrw,
    receiptMethod,
    createdAt: now,
    expiresAt,
    ...ends,
    seats,
    changes,
  };
}

/** The server's price or nothing: what the fan was shown must be what they pay. */
function assertPricesAgree(seats: readonly Ticket[], input: CreateBookingInput): void {
  const sent = new Map(input.seats.map((seat) => [seat.seatIndex, seat]));
  const changed = seats.filter((ticket) => {
    const seat = sent.get(ticket.seatIndex);
    return seat?.priceKrw !== ticket.priceKrw || seat.grade !== ticket.grade;
  });
  const totalKrw = totalKrwOf(seats);
  if (changed.length === 0 && input.totalKrw === totalKrw) return;
  throw new AppError("price_changed", {
    seats: changed.map(({ seatIndex, grade, priceKrw }) => ({ seatIndex, grade, priceKrw })),
    totalKrw,
  });
}
