import { v5 as uuidv5, v7 as uuidv7 } from "uuid";
import { findSchedule } from "@/lib/catalog/queries";
import type { Reader } from "@/lib/db/client";
import { AppError } from "@/lib/kernel/errors";
import { createBookingSafely } from "@/lib/sales/book";
import { holdSeatsSafely } from "@/lib/sales/hold";
import { releaseSeatsSafely } from "@/lib/sales/release";
import { findSeatNames, resolveSeats } from "@/lib/seats/resolve-seats";
import { listTickets } from "@/lib/seats/tickets-list";
import { defineEndpoint } from "@/lib/web/endpoint";
import { refusingByName, toNameWire } from "./seat-names";
import { CreateBookingWire, ListTicketsWire, LockSeatsWire, ReleaseSeatsWire } from "./wire";

/** The public API's own spelling of operations that pages perform by seat index. */
export const lockSeatsEndpoint = defineEndpoint({
  name: "api.seats.lock",
  who: "fan",
  input: LockSeatsWire,
  run: async (actor, wire, { services, locale }) => {
    await assertScheduleOf(services.readDb, wire);
    const scheduleId = wire.schedule_id;
    const seatIndexes = await resolveSeats(services.readDb, scheduleId, wire.seats);
    const hold = await refusingByName(services.readDb, { scheduleId, named: wire.seats, seatIndexes }, () =>
      holdSeatsSafely(services, actor, { scheduleId, seatIndexes }),
    );
    const locked = hold.seats.filter((seat) => seatIndexes.includes(seat.seatIndex));
    return {
      success: true,
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
    return { success: true, released_seats: released.map(toNameWire) };
  },
});

// Names the booking after the caller's key, so that a repeat under the same key is the same booking.
const BOOKING_KEY_NAMESPACE = "6f1c9a52-7d0e-4f0b-9a55-1f6f3a9f9d21";

export const createBookingByNameEndpoint = defineEndpoint({
  name: "api.bookings.create",
  who: "fan",
  input: CreateBookingWire,
  run: async (actor, wire, { services, idempotencyKey }) => {
    await assertScheduleOf(services.readDb, wire);
    const scheduleId = wire.schedule_id;
    const named = wire.seats.map(({ seat_section, row, number }) => ({ section: seat_section, row, number }));
    const seatIndexes = await resolveSeats(services.readDb, scheduleId, named);
    const input = {
      bookingId: idempotencyKey ? uuidv5(`${actor.userId}:${idempotencyKey}`, BOOKING_KEY_NAMESPACE) : uuidv7(),
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
      createBookingSafely(services, actor, input),
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

export const listTicketsEndpoint = defineEndpoint({
  name: "api.tickets.list",
  who: "anyone",
  input: ListTicketsWire,
  run: async (_actor, { eventId, schedule_id, ...page }, { services }) => {
    await assertScheduleOf(services.readDb, { event_id: eventId, schedule_id });
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
  const schedule = await findSchedule(db, wire.schedule_id);
  if (schedule?.event.id !== wire.event_id) throw new AppError("not_found");
}
