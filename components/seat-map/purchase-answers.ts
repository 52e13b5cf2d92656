import type { CreateBookingInput } from "@/lib/bookings/schema";
import type { Failure } from "@/lib/kernel/result";
import type { Hold } from "@/lib/seats/find-hold";

/** The seats that a refusal names; none when it was refused for something else. */
export function refusedSeats({ code, details }: Failure): number[] {
  const seats = details.seatIndexes;
  if (code !== "seat_unavailable" || !Array.isArray(seats)) return [];
  return seats.filter((seat) => Number.isInteger(seat));
}

/** What a hold costs in all, in won. */
export const totalKrw = (seats: readonly { priceKrw: number }[]): number =>
  seats.reduce((sum, seat) => sum + seat.priceKrw, 0);

/** A hold as a booking asks for it: the server's own prices, to be compared there. */
export function bookingBody(scheduleId: string, hold: Hold): Omit<CreateBookingInput, "bookingId" | "receiptMethod"> {
  const seats = hold.seats.map(({ seatIndex, grade, priceKrw }) => ({ seatIndex, grade, priceKrw }));
  return { scheduleId, seats, totalKrw: totalKrw(seats) };
}
