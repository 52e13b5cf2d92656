import { sql } from "drizzle-orm";
import { prepared } from "@/lib/db/prepared";
import { bookingSeats, bookings } from "@/lib/db/schema/bookings";
import { tickets } from "@/lib/db/schema/tickets";
import { changeColumns, type SeatChange } from "@/lib/seats/seat-change";

/** A booking to be written; times are ISO 8601, `ticketIds` a list as one value. */
type NewBooking = {
  bookingId: string;
  number: string;
  userId: string;
  scheduleId: string;
  totalKrw: number;
  receiptMethod: string;
  ticketIds: string;
  holdToken: number;
  now: string;
  expiresAt: string;
};

const given = (name: keyof NewBooking) => sql`${sql.placeholder(name)}`;
const chosen = sql`${tickets.id} = any(${given("ticketIds")}::bigint[])`;

/**
 * Writes a pending booking, its seats at their prices, and keeps the seats for it: under a token of its
 * own, so that what is done to the hold it came from no longer reaches it. One statement, as a part of
 * a transaction that has the tickets locked.
 *
 * @throws the driver's error when the booking's id or number is taken.
 */
export const writeBooking = prepared<NewBooking, SeatChange[]>((build) => {
  const booked = build.$with("booked").as(
    build
      .insert(bookings)
      .values({
        id: given("bookingId"),
        number: given("number"),
        userId: given("userId"),
        scheduleId: given("scheduleId"),
        status: "pending",
        totalKrw: given("totalKrw"),
        receiptMethod: given("receiptMethod"),
        createdAt: given("now"),
        expiresAt: given("expiresAt"),
      })
      .returning({ id: bookings.id }),
  );
  const prices = build
    .select({
      bookingId: sql`${given("bookingId")}::uuid`.as("booking_id"),
      ticketId: tickets.id,
      grade: tickets.grade,
      priceKrw: tickets.priceKrw,
      live: sql`true`.as("live"),
    })
    .from(tickets)
    .where(chosen);
  const listed = build
    .$with("listed")
    .as(build.insert(bookingSeats).select(prices).returning({ ticketId: bookingSeats.ticketId }));
  return build
    .with(booked, listed)
    .update(tickets)
    .set({
      status: "held",
      heldBy: given("userId"),
      bookingId: given("bookingId"),
      holdToken: given("holdToken"),
      heldSince: given("now"),
      heldUntil: given("expiresAt"),
    })
    .where(chosen)
    .returning(changeColumns)
    .prepare("write_booking");
});
