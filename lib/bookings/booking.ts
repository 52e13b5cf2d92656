import { eq, inArray, sql } from "drizzle-orm";
import type { Reader } from "@/lib/db/client";
import { type BookingStatus, bookingSeats, bookings, type ReceiptMethod } from "@/lib/db/schema/bookings";
import { tickets } from "@/lib/db/schema/tickets";
import type { HeldSeat } from "@/lib/seats/hold-seats";

/** A seat of a booking, at the price it was booked for. */
export type BookedSeat = HeldSeat;

/** `status` is what the booking is now: a pending one past `expiresAt` reads "expired". */
export type Booking = {
  id: string;
  number: string;
  scheduleId: string;
  status: BookingStatus;
  totalKrw: number;
  receiptMethod: ReceiptMethod;
  createdAt: Date;
  expiresAt: Date;
  confirmedAt: Date | null;
  endedAt: Date | null;
  seats: BookedSeat[];
};

/** True for a pending booking whose time has passed, by the database's clock. */
export const hasRunOut = sql<boolean>`(${bookings.status} = 'pending' and ${bookings.expiresAt} <= clock_timestamp())`;

/** The columns of `Booking` but its seats; status and end as they are now. */
export const bookingColumns = {
  id: bookings.id,
  number: bookings.number,
  scheduleId: bookings.scheduleId,
  status: sql<BookingStatus>`case when ${hasRunOut} then 'expired' else ${bookings.status} end`,
  totalKrw: bookings.totalKrw,
  receiptMethod: bookings.receiptMethod,
  createdAt: bookings.createdAt,
  expiresAt: bookings.expiresAt,
  confirmedAt: bookings.confirmedAt,
  endedAt: sql<Date | null>`case when ${hasRunOut} then ${bookings.expiresAt} else ${bookings.endedAt} end`.mapWith(
    bookings.endedAt,
  ),
};

/** The seats of each booking, in ticket order; those that a booking has since lost are still listed. */
export async function readBookedSeats(db: Reader, bookingIds: readonly string[]): Promise<Map<string, BookedSeat[]>> {
  const seats = new Map<string, BookedSeat[]>(bookingIds.map((id) => [id, []]));
  if (bookingIds.length === 0) return seats;
  const rows = await db
    .select({
      bookingId: bookingSeats.bookingId,
      seat: {
        ticketId: tickets.id,
        seatIndex: tickets.seatIndex,
        section: tickets.section,
        rowLabel: tickets.rowLabel,
        seatNumber: tickets.seatNumber,
        grade: bookingSeats.grade,
        priceKrw: bookingSeats.priceKrw,
      },
    })
    .from(bookingSeats)
    .innerJoin(tickets, eq(tickets.id, bookingSeats.ticketId))
    .where(inArray(bookingSeats.bookingId, [...bookingIds]))
    .orderBy(tickets.id);
  for (const { bookingId, seat } of rows) seats.get(bookingId)?.push(seat);
  return seats;
}
