import { z } from "zod";
import { ReceiptMethodInput } from "@/lib/bookings/schema";
import { TICKET_STATUSES } from "@/lib/db/schema/tickets";
import { CardToken } from "@/lib/payments/schema";
import { ChargePointsInput } from "@/lib/points/schema";
import { SEATS_PER_REQUEST_MAX } from "@/lib/seats/rules";

/** The shapes of the public API, in its own names: what clients were promised and what they may send. */
const NAME_LENGTH_MAX = 40;
const TICKETS_PAGE_MAX = 500;
const TICKETS_PAGE_DEFAULT = 100;

const namePart = z.string().trim().min(1).max(NAME_LENGTH_MAX);
const seatNumber = z.union([z.int().min(0), namePart]).describe('As 12 or "12번"');
const row = namePart.describe('As "1열" or "1"');
const section = namePart.describe('As "A구역" or "A"');
const price = z.int().min(0).describe("What you were shown, in won");
const oneSchedule = { event_id: z.uuid(), schedule_id: z.uuid() };

export const LockSeatsWire = z.object({
  ...oneSchedule,
  seats: z
    .array(z.object({ section: section.optional(), row, number: seatNumber }))
    .min(1)
    .max(SEATS_PER_REQUEST_MAX),
});

export const ReleaseSeatsWire = z.object({ schedule_id: z.uuid() });

export const CreateBookingWire = z.object({
  ...oneSchedule,
  seats: z
    .array(
      z.object({
        row,
        number: seatNumber,
        grade: z.enum(["VIP", "R", "S", "A"]),
        price,
        seat_section: section,
      }),
    )
    .min(1)
    .max(SEATS_PER_REQUEST_MAX),
  total_price: price,
  receipt_method: ReceiptMethodInput,
});

/** `payment_id` is the client's, or comes of its `Idempotency-Key`: sent again, it is the same attempt. */
export const PayBookingWire = z
  .object({
    booking_id: z.uuid(),
    payment_id: z
      .uuid()
      .optional()
      .describe("Yours, new for each attempt; made of the Idempotency-Key where you send none"),
    expected_total: price,
    method: z.enum(["points", "card"]),
    card_token: CardToken.optional().describe("Stands for a card; needed to pay by card"),
  })
  .refine((wire) => wire.method !== "card" || wire.expected_total === 0 || wire.card_token !== undefined, {
    path: ["card_token"],
    error: "card_token_required",
  });

export const ChargePointsWire = z.object({
  charge_id: z
    .uuid()
    .optional()
    .describe("Yours, new for each charge; made of the Idempotency-Key where you send none"),
  amount: ChargePointsInput.shape.amountKrw,
  card_token: CardToken.describe("Stands for a card"),
});

export const ListTicketsWire = z.object({
  ...oneSchedule,
  status: z.enum(TICKET_STATUSES).optional(),
  cursor: z.string().max(NAME_LENGTH_MAX).optional().describe("The next_cursor of the page before"),
  limit: z.coerce.number().int().min(1).max(TICKETS_PAGE_MAX).default(TICKETS_PAGE_DEFAULT),
});
