import { and, eq, inArray, lte, sql } from "drizzle-orm";
import type { Db, Tx } from "@/lib/db/client";
import { bookingSeats, bookings } from "@/lib/db/schema/bookings";
import { tickets } from "@/lib/db/schema/tickets";
import { withTransaction } from "@/lib/db/transaction";
import { FREE_TICKET } from "@/lib/seats/release-seats";

/**
 * Writes down one batch of pending bookings as expired and frees the tickets that still name them.
 * A booking somebody is paying or cancelling this moment is skipped. A ticket that has gone on to
 * another fan names another booking, or none, and stays.
 *
 * The seats have been free since the booking ran out, and readers know it by themselves.
 *
 * @returns how many bookings.
 * @throws AppError `busy`, `read_only`. Nothing was written; the next run does it.
 */
export async function expireBookings(db: Db, batchMax: number): Promise<number> {
  return withTransaction(db, async (tx) => {
    const dead = await tx
      .select({ id: bookings.id })
      .from(bookings)
      // now() stands still from the start of the transaction: too early at worst, never too late.
      .where(and(eq(bookings.status, "pending"), lte(bookings.expiresAt, sql`now()`)))
      .orderBy(bookings.createdAt)
      .limit(batchMax)
      .for("update", { skipLocked: true });
    if (dead.length === 0) return 0;

    const bookingIds = dead.map((booking) => booking.id);
    await freeTickets(tx, bookingIds);
    await tx
      .update(bookingSeats)
      .set({ live: false })
      .where(and(inArray(bookingSeats.bookingId, bookingIds), eq(bookingSeats.live, true)));
    await tx
      .update(bookings)
      .set({ status: "expired", endedAt: sql`clock_timestamp()` })
      .where(and(inArray(bookings.id, bookingIds), eq(bookings.status, "pending")));
    return dead.length;
  });
}

async function freeTickets(tx: Tx, bookingIds: string[]): Promise<void> {
  const theirs = and(inArray(tickets.bookingId, bookingIds), eq(tickets.status, "held"));
  const locked = await tx.select({ id: tickets.id }).from(tickets).where(theirs).orderBy(tickets.id).for("update");
  if (locked.length === 0) return;
  await tx.update(tickets).set(FREE_TICKET).where(theirs);
}
