import type { BookingStatus } from "@/lib/db/schema/bookings";

const NEXT: Readonly<Record<BookingStatus, readonly BookingStatus[]>> = {
  pending: ["confirmed", "cancelled", "expired"],
  confirmed: ["cancelled", "refunded"],
  cancelled: ["refunded"],
  refunded: [],
  expired: [],
};

/** True when a booking may go from one status to the other. Nothing ever comes back from an end. */
export function canBecome(from: BookingStatus, to: BookingStatus): boolean {
  return NEXT[from].includes(to);
}

/** What a booking is at `now`: a pending one past its time is expired at that instant, whatever was last written. */
export function effectiveStatus(booking: { status: BookingStatus; expiresAt: Date }, now: Date): BookingStatus {
  return booking.status === "pending" && booking.expiresAt <= now ? "expired" : booking.status;
}

/** The sum of the seats, in whole won. */
export function totalKrwOf(seats: readonly { priceKrw: number }[]): number {
  return seats.reduce((total, seat) => total + seat.priceKrw, 0);
}
