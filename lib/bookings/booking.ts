import type { BookingStatus, ReceiptMethod } from "@/lib/db/schema/bookings";
import type { EventCategory } from "@/lib/db/schema/catalog";
import type { PaymentMethod, PaymentStatus } from "@/lib/db/schema/payments";
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

export type BookingSummary = Booking & {
  event: { slug: string; titleKo: string; titleEn: string; posterSeed: string; category: EventCategory };
  schedule: { id: string; startsAt: Date };
  venue: { nameKo: string; nameEn: string; timeZone: string };
};

/** `payment` is the latest attempt. */
export type BookingDetail = BookingSummary & {
  payment: { method: PaymentMethod; status: PaymentStatus; reason: string | null; refundedAt: Date | null } | null;
};

/** Newest first. `nextCursor` asks for the page after this one; null when there is none. */
export type BookingPage = { items: BookingSummary[]; nextCursor: string | null };
