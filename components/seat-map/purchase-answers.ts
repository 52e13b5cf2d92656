import type { CreateBookingInput } from "@/lib/bookings/schema";
import type { Failure } from "@/lib/kernel/result";
import type { Hold } from "@/lib/seats/find-hold";
import type { SelectionNotice, Sending } from "./seat-selection";

/** The seats that somebody else was quicker to take; none when it was refused for something else. */
export const refusedSeats = ({ code, details }: Failure): number[] =>
  code === "seat_unavailable" ? seatsIn(details.seatIndexes) : [];

/** What the fan must be told when a request was refused, seats that are taken excepted. */
export function noticeOf(sending: Sending, { code, message, details }: Failure): SelectionNotice {
  const isOfPlaces = sending.what === "hold_general";
  const orphans = seatsIn(details.seatIndexes);
  if (code === "would_leave_orphan" && orphans.length > 0) return { what: "orphan", seats: orphans };
  if (code === "seat_limit_exceeded" && typeof details.max === "number") {
    return { what: "limit_with_bookings", max: details.max };
  }
  const isTooFew = code === "no_seats_together" || (code === "seat_unavailable" && isOfPlaces);
  if (isTooFew && (sending.what === "hold_best" || isOfPlaces)) {
    const largest = typeof details.largest === "number" ? details.largest : 0;
    return { what: "too_few", of: isOfPlaces ? "places" : "together", asked: sending.asked, largest };
  }
  return { what: "failed", message };
}

const seatsIn = (value: unknown): number[] =>
  Array.isArray(value) ? value.filter((seat): seat is number => Number.isInteger(seat)) : [];

/** What a hold costs in all, in won. */
export const totalKrw = (seats: readonly { priceKrw: number }[]): number =>
  seats.reduce((sum, seat) => sum + seat.priceKrw, 0);

/** A hold as a booking asks for it: the server's own prices, to be compared there. */
export function bookingBody(scheduleId: string, hold: Hold): Omit<CreateBookingInput, "bookingId" | "receiptMethod"> {
  const seats = hold.seats.map(({ seatIndex, grade, priceKrw }) => ({ seatIndex, grade, priceKrw }));
  return { scheduleId, seats, totalKrw: totalKrw(seats) };
}
