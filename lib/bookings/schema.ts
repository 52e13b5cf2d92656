import { z } from "zod";
import type { BookingStatus, ReceiptMethod } from "@/lib/db/schema/bookings";
import type { GradeCode } from "@/lib/db/schema/catalog";
import { SEATS_PER_REQUEST_MAX } from "@/lib/seats/rules";

// Written out and checked against the tables' own lists, so that a form may import this without the database.
const Grade = z.enum({ VIP: "VIP", R: "R", S: "S", A: "A" } satisfies { [G in GradeCode]: G });
export const ReceiptMethodInput = z.enum({
  on_site: "on_site",
  mobile: "mobile",
  delivery: "delivery",
} satisfies { [M in ReceiptMethod]: M });

const priceKrw = z.int().min(0);

/** `bookingId` is made by the client, once per purchase: the same id sent again gets the first answer. */
export const CreateBookingInput = z.object({
  bookingId: z.uuid(),
  scheduleId: z.uuid(),
  /** With the price the fan was shown; the server compares and never believes it. */
  seats: z
    .array(z.object({ seatIndex: z.int().min(0), grade: Grade, priceKrw }))
    .min(1)
    .max(SEATS_PER_REQUEST_MAX)
    .refine((seats) => new Set(seats.map((seat) => seat.seatIndex)).size === seats.length, {
      error: "Each seat may be named once",
    }),
  totalKrw: priceKrw,
  receiptMethod: ReceiptMethodInput,
});
export type CreateBookingInput = z.output<typeof CreateBookingInput>;

export const BOOKINGS_PAGE_MAX = 50;
const BOOKINGS_PAGE_DEFAULT = 20;

const Status = z.enum({
  pending: "pending",
  confirmed: "confirmed",
  cancelled: "cancelled",
  refunded: "refunded",
  expired: "expired",
} satisfies { [S in BookingStatus]: S });

/** `status` may be several at once. `cursor` is the `nextCursor` of the page before. */
export const ListBookingsInput = z.object({
  status: z.union([Status, z.array(Status).min(1)]).optional(),
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(BOOKINGS_PAGE_MAX).default(BOOKINGS_PAGE_DEFAULT),
});
export type ListBookingsInput = z.output<typeof ListBookingsInput>;
