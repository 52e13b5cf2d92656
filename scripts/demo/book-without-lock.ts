import { eq, sql } from "drizzle-orm";
import { newBookingNumber } from "@/lib/bookings/booking-number";
import type { CreateBookingInput } from "@/lib/bookings/schema";
import type { Db } from "@/lib/db/client";
import { bookingSeats, bookings } from "@/lib/db/schema/bookings";
import { tickets } from "@/lib/db/schema/tickets";
import type { Actor } from "@/lib/kernel/actor";
import { AppError } from "@/lib/kernel/errors";
import { settings } from "@/lib/settings";

/** Takes the last guard away: without it the database itself would refuse the second sale. */
export async function removeGuard(db: Db): Promise<void> {
  await db.execute(sql`drop index booking_seats_one_live_per_ticket`);
}

/**
 * What booking is in many a shop: look whether the seat is free, then write. The same tables and a
 * transaction, but nobody is made to wait between the look and the write.
 *
 * @throws AppError `seat_unavailable` when the seat was already taken at the time of the look.
 */
export async function bookWithoutLock(db: Db, fan: Actor, input: CreateBookingInput): Promise<void> {
  await db.transaction(async (tx) => {
    const [ticket] = await tx.select().from(tickets).where(eq(tickets.scheduleId, input.scheduleId));
    if (ticket?.status !== "available") throw new AppError("seat_unavailable");

    const createdAt = new Date();
    const expiresAt = new Date(createdAt.getTime() + settings.bookingPaymentTimeoutMs);
    const { bookingId: id, scheduleId, totalKrw, receiptMethod } = input;
    const booking = { id, scheduleId, totalKrw, receiptMethod, createdAt, expiresAt };
    await tx.insert(bookings).values({ ...booking, number: newBookingNumber(), userId: fan.userId });
    await tx
      .insert(bookingSeats)
      .values({ bookingId: id, ticketId: ticket.id, grade: ticket.grade, priceKrw: ticket.priceKrw });
    const holdToken = sql`nextval('hold_token_seq')`;
    await tx
      .update(tickets)
      .set({ status: "held", heldBy: fan.userId, holdToken, heldSince: createdAt, heldUntil: expiresAt, bookingId: id })
      .where(eq(tickets.id, ticket.id));
  });
}
