import { z } from "zod";
import { jsonRoute } from "@/lib/api/json-route";
import { CancelBookingInput } from "@/lib/bookings/payment-schema";
import type { BookingDetail, BookingSummary } from "@/lib/bookings/queries";
import { ListBookingsInput, ReceiptMethodInput } from "@/lib/bookings/schema";
import { createBookingByNameEndpoint, payBookingByNameEndpoint } from "@/lib/endpoints/api-v1";
import { cancelBookingEndpoint, findBookingEndpoint, listBookingsEndpoint } from "@/lib/endpoints/bookings";
import { toNameWire } from "@/lib/endpoints/seat-names";
import { Grade, Id, Instant, instantOf, Krw, SeatName, Text, textOf } from "./shapes";

const Status = z.enum(["pending", "confirmed", "cancelled", "refunded", "expired"]);
const Method = z.enum(["points", "card"]);

const BookedSeat = z
  .object({
    ticket_id: z.int(),
    seat_section: z.string(),
    row: SeatName.shape.row,
    number: SeatName.shape.number,
    grade: Grade,
    price: Krw,
  })
  .meta({ id: "BookedSeat" });

const BookingShape = z.object({
  id: Id,
  number: z.string().describe("What a fan reads out on the phone, such as RW-7K3M-9QXD"),
  status: Status,
  event: z.object({ slug: z.string(), title: Text }),
  schedule: z.object({ id: Id, starts_at: Instant }),
  venue: z.object({ name: Text, time_zone: z.string() }),
  seats: z.array(BookedSeat),
  total_price: Krw,
  receipt_method: ReceiptMethodInput,
  booked_at: Instant,
  expires_at: Instant.describe("When a pending booking loses its seats"),
  confirmed_at: Instant.nullable(),
  ended_at: Instant.nullable(),
});
const Booking = BookingShape.meta({ id: "Booking" });

const Payment = z.object({
  method: Method,
  status: z.enum(["processing", "succeeded", "declined", "refund_due", "refunded"]),
  reason: z.string().nullable(),
  refunded_at: Instant.nullable(),
});

const toBookingWire = (booking: BookingSummary) => ({
  ...{ id: booking.id, number: booking.number, status: booking.status },
  event: { slug: booking.event.slug, title: textOf(booking.event.titleKo, booking.event.titleEn) },
  schedule: { id: booking.schedule.id, starts_at: booking.schedule.startsAt.toISOString() },
  venue: { name: textOf(booking.venue.nameKo, booking.venue.nameEn), time_zone: booking.venue.timeZone },
  seats: booking.seats.map((seat) => {
    const { section, ...name } = toNameWire(seat);
    return { ticket_id: seat.ticketId, seat_section: section, ...name, grade: seat.grade, price: seat.priceKrw };
  }),
  ...{ total_price: booking.totalKrw, receipt_method: booking.receiptMethod },
  booked_at: booking.createdAt.toISOString(),
  expires_at: booking.expiresAt.toISOString(),
  ...{ confirmed_at: instantOf(booking.confirmedAt), ended_at: instantOf(booking.endedAt) },
});

const toDetailWire = ({ payment, ...booking }: BookingDetail) => ({
  ...toBookingWire(booking),
  payment: payment && {
    ...{ method: payment.method, status: payment.status, reason: payment.reason },
    refunded_at: instantOf(payment.refundedAt),
  },
});

const BookingWire = z.object({ booking_id: Id }).transform(({ booking_id }) => ({ bookingId: booking_id }));

export const bookingRoutes = [
  jsonRoute({
    ...{ method: "POST", path: "/bookings", id: "createBooking", scope: "buy" },
    status: 201,
    summary: "Book seats that you hold, or that nobody holds; one element for each seat",
    description:
      "Prices are compared with ours: another one is refused, never charged. Pay before expires_at, or the seats are free again.",
    endpoint: createBookingByNameEndpoint,
    output: z.array(
      z
        .object({
          id: z.string(),
          user_id: Id,
          ticket_id: z.int(),
          status: Status,
          total_price: Krw.describe("Of the whole booking"),
          booked_at: Instant,
          expires_at: Instant,
          booking_id: Id,
        })
        .meta({ id: "BookingOfSeat" }),
    ),
    present: (seats) =>
      seats.map(({ booked_at, expires_at, ...seat }) => ({
        ...seat,
        ...{ booked_at: booked_at.toISOString(), expires_at: expires_at.toISOString() },
      })),
    errors: [
      ...(["not_found", "seat_unavailable", "would_leave_orphan", "seat_limit_exceeded", "price_changed"] as const),
      ...(["sales_not_open", "sales_closed", "queue_pass_required", "id_reused"] as const),
    ],
  }),
  jsonRoute({
    ...{ method: "GET", path: "/bookings", id: "listBookings" },
    summary: "Your bookings, newest first",
    endpoint: listBookingsEndpoint,
    input: ListBookingsInput,
    output: z.object({ items: z.array(Booking), next_cursor: Id.nullable() }),
    present: ({ items, nextCursor }) => ({ items: items.map(toBookingWire), next_cursor: nextCursor }),
  }),
  jsonRoute({
    ...{ method: "GET", path: "/bookings/{booking_id}", id: "findBooking" },
    summary: "One of your bookings as it is now, with its latest payment",
    endpoint: findBookingEndpoint,
    input: BookingWire,
    output: BookingShape.extend({ payment: Payment.nullable() }).meta({ id: "BookingWithPayment" }),
    present: toDetailWire,
    errors: ["not_found"],
  }),
  jsonRoute({
    ...{ method: "POST", path: "/bookings/{booking_id}/payment", id: "payBooking", scope: "buy" },
    summary: "Pay a pending booking, by points or by card",
    description: "The same payment sent again is charged once and gets the same answer.",
    endpoint: payBookingByNameEndpoint,
    output: z.object({
      status: z.enum(["succeeded", "processing"]).describe('"processing": ask for the booking until it is settled'),
      booking_id: Id,
      payment_id: Id,
    }),
    present: ({ status, bookingId, paymentId }) => ({ status, booking_id: bookingId, payment_id: paymentId }),
    errors: [
      ...(["not_found", "price_changed", "payment_in_progress", "already_paid", "booking_not_payable"] as const),
      ...(["booking_expired", "insufficient_points", "card_declined", "gateway_unavailable", "id_reused"] as const),
      ...(["payment_refunded"] as const),
    ],
  }),
  jsonRoute({
    ...{ method: "POST", path: "/bookings/{booking_id}/cancellation", id: "cancelBooking", scope: "buy" },
    summary: "Cancel a booking; what was paid goes back",
    description: "Points come back at once, a card's money within some days.",
    endpoint: cancelBookingEndpoint,
    input: BookingWire.pipe(CancelBookingInput),
    output: z.object({
      booking_id: Id,
      status: z.enum(["cancelled", "refunded"]),
      refund: z.object({ method: Method, amount: Krw }).nullable(),
    }),
    present: ({ bookingId, status, refund }) => ({
      ...{ booking_id: bookingId, status },
      refund: refund && { method: refund.method, amount: refund.amountKrw },
    }),
    errors: ["not_found", "booking_not_cancellable", "payment_in_progress"],
  }),
];
