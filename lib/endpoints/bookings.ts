import { z } from "zod";
import { findFirstAnswer } from "@/lib/bookings/find-first-answer";
import { CancelBookingInput, PayBookingInput } from "@/lib/bookings/payment-schema";
import { findBooking, listBookings } from "@/lib/bookings/queries";
import { CreateBookingInput, ListBookingsInput } from "@/lib/bookings/schema";
import { createBookingSafely } from "@/lib/sales/book";
import { cancelBookingSafely } from "@/lib/sales/cancel";
import { payBookingSafely } from "@/lib/sales/pay";
import { defineEndpoint } from "./endpoint";
import { withPassGivenBack } from "./queue";

export const createBookingEndpoint = defineEndpoint({
  name: "bookings.create",
  who: "fan",
  input: CreateBookingInput,
  run: (actor, input, context) =>
    withPassGivenBack(context, actor, {
      scheduleId: input.scheduleId,
      seatIndexes: input.seats.map((seat) => seat.seatIndex),
      work: () => createBookingSafely(context.services, actor, input),
      findEarlier: () => findFirstAnswer(context.services.db, actor, input),
    }),
});

export const payBookingEndpoint = defineEndpoint({
  name: "bookings.pay",
  who: "fan",
  input: PayBookingInput,
  run: (actor, input, { services }) => payBookingSafely(services, actor, input),
});

export const cancelBookingEndpoint = defineEndpoint({
  name: "bookings.cancel",
  who: "fan",
  input: CancelBookingInput,
  run: (actor, input, { services }) => cancelBookingSafely(services, actor, input),
});

// Never cached, and read from the pool that was written to, so that a fan sees their own write.
export const findBookingEndpoint = defineEndpoint({
  name: "bookings.find",
  who: "fan",
  input: z.object({ bookingId: z.uuid() }),
  run: (actor, { bookingId }, { services }) => findBooking(services.db, actor, bookingId),
});

export const listBookingsEndpoint = defineEndpoint({
  name: "bookings.list",
  who: "fan",
  input: ListBookingsInput,
  run: (actor, input, { services }) => listBookings(services.db, actor, input),
});
