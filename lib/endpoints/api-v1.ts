import { findFirstAnswer } from "@/lib/bookings/find-first-answer";
import { findEventOfSchedule } from "@/lib/catalog/event-of-schedule";
import type { Reader } from "@/lib/db/client";
import { AppError } from "@/lib/kernel/errors";
import { createBookingSafely } from "@/lib/sales/book";
import { chargePointsSafely } from "@/lib/sales/charge";
import { holdSeatsSafely } from "@/lib/sales/hold";
import { payBookingSafely } from "@/lib/sales/pay";
import { releaseSeatsSafely } from "@/lib/sales/release";
import { findSeatNames, resolveSeats } from "@/lib/seats/resolve-seats";
import { listTickets } from "@/lib/seats/tickets-list";
import { defineEndpoint } from "./endpoint";
import { assertLetIn, withPassGivenBack } from "./queue";
import { requestId } from "./request-id";
import { refusingByName, toNameWire } from "./seat-names";
import {
  ChargePointsWire,
  CreateBookingWire,
  ListTicketsWire,
  LockSeatsWire,
  PayBookingWire,
  ReleaseSeatsWire,
} from "./wire";

/** The public API's own spelling of operations that pages perform by seat index. */
export const lockSeatsEndpoint = defineEndpoint({
  name: "api.seats.lock",
  who: "fan",
  input: LockSeatsWire,
  run: async (actor, wire, context) => {
    const { services, locale } = context;
    await assertScheduleOf(services.readDb, wire);
    const scheduleId = wire.schedule_id;
    await assertLetIn(context, actor, scheduleId);
    const seatIndexes = await resolveSeats(services.readDb, scheduleId, wire.seats);
    const hold = await refusingByName(services.readDb, { scheduleId, named: wire.seats, seatIndexes }, () =>
      holdSeatsSafely(services, actor, { scheduleId, seatIndexes }),
    );
    const locked = hold.seats.filter((seat) => seatIndexes.includes(seat.seatIndex));
    return {
      success: true as const,
      message: locale === "en" ? `${locked.length} seats locked.` : `${locked.length}개의 좌석이 잠금되었습니다.`,
      locked_seats: locked.map((seat) => ({ ...toNameWire(seat), ticket_id: seat.ticketId })),
      expires_at: hold.expiresAt,
    };
  },
});

export const unlockSeatsEndpoint = defineEndpoint({
  name: "api.seats.unlock",
  who: "fan",
  input: ReleaseSeatsWire,
  run: async (actor, { schedule_id: scheduleId }, { services }) => {
    const { releasedSeatIndexes } = await releaseSeatsSafely(services, actor, { scheduleId });
    const released = await findSeatNames(services.readDb, scheduleId, releasedSeatIndexes);
    return { success: true as const, released_seats: released.map(toNameWire) };
  },
});

export const createBookingByNameEndpoint = defineEndpoint({
  name: "api.bookings.create",
  who: "fan",
  input: CreateBookingWire,
  run: async (actor, wire, context) => {
    const { services, idempotencyKey } = context;
    await assertScheduleOf(services.readDb, wire);
    const scheduleId = wire.schedule_id;
    const named = wire.seats.map(({ seat_section, row, number }) => ({ section: seat_section, row, number }));
    const seatIndexes = await resolveSeats(services.readDb, scheduleId, named);
    const input = {
      bookingId: requestId("booking", actor, idempotencyKey),
      scheduleId,
      seats: wire.seats.map(({ grade, price }, position) => ({
        seatIndex: seatIndexes[position] ?? -1,
        grade,
        priceKrw: price,
      })),
      totalKrw: wire.total_price,
      receiptMethod: wire.receipt_method,
    };
    const booking = await refusingByName(services.readDb, { scheduleId, named, seatIndexes }, () =>
      withPassGivenBack(context, actor, {
        scheduleId,
        seatIndexes,
        work: () => createBookingSafely(services, actor, input),
        findEarlier: () => findFirstAnswer(services.db, actor, input),
      }),
    );
    return booking.seats.map(({ ticketId }) => ({
      id: `${booking.id}:${ticketId}`,
      user_id: actor.userId,
      ticket_id: ticketId,
      status: booking.status,
      total_price: booking.totalKrw,
      booked_at: booking.createdAt,
      expires_at: booking.expiresAt,
      booking_id: booking.id,
    }));
  },
});

export const payBookingByNameEndpoint = defineEndpoint({
  name: "api.bookings.pay",
  who: "fan",
  input: PayBookingWire,
  run: (actor, wire, { services, idempotencyKey }) =>
    payBookingSafely(services, actor, {
      bookingId: wire.booking_id,
      paymentId: wire.payment_id ?? requestId("payment", actor, idempotencyKey),
      expectedTotalKrw: wire.expected_total,
      method: wire.method,
      cardToken: wire.card_token,
    }),
});

export const chargePointsByNameEndpoint = defineEndpoint({
  name: "api.points.charge",
  who: "fan",
  input: ChargePointsWire,
  run: (actor, wire, { services, idempotencyKey }) =>
    chargePointsSafely(services, actor, {
      chargeId: wire.charge_id ?? requestId("charge", actor, idempotencyKey),
      amountKrw: wire.amount,
      cardToken: wire.card_token,
    }),
});

export const listTicketsEndpoint = defineEndpoint({
  name: "api.tickets.list",
  who: "anyone",
  input: ListTicketsWire,
  run: async (_actor, { event_id, schedule_id, ...page }, { services }) => {
    await assertScheduleOf(services.readDb, { event_id, schedule_id });
    const { items, nextCursor } = await listTickets(services.readDb, { scheduleId: schedule_id, ...page });
    return {
      items: items.map(({ id, grade, priceKrw, status, ...ticket }) => {
        const { section, ...name } = toNameWire(ticket);
        return { id, seat_section: section, ...name, grade, price: priceKrw, status };
      }),
      next_cursor: nextCursor,
    };
  },
});

async function assertScheduleOf(db: Reader, wire: { event_id: string; schedule_id: string }): Promise<void> {
  if ((await findEventOfSchedule(db, wire.schedule_id)) !== wire.event_id) throw new AppError("not_found");
}
