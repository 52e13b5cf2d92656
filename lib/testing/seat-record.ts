import { and, asc, eq, inArray } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { bookingSeats } from "@/lib/db/schema/bookings";
import { tickets } from "@/lib/db/schema/tickets";

/** The tickets of a schedule as they stand in the database, in seat order. */
export async function readTickets(db: Db, scheduleId: string) {
  return db.select().from(tickets).where(eq(tickets.scheduleId, scheduleId)).orderBy(asc(tickets.seatIndex));
}

/** Whose each seat is, in seat order; `null` where nobody's. */
export async function readHolders(db: Db, scheduleId: string): Promise<(string | null)[]> {
  return (await readTickets(db, scheduleId)).map((ticket) => ticket.heldBy);
}

/** The live booking seats of a schedule: more of them than seats would be a double sale. */
export async function readLiveSeats(db: Db, scheduleId: string) {
  return db
    .select({ bookingId: bookingSeats.bookingId, ticketId: bookingSeats.ticketId })
    .from(bookingSeats)
    .where(
      and(
        eq(bookingSeats.live, true),
        inArray(
          bookingSeats.ticketId,
          db.select({ id: tickets.id }).from(tickets).where(eq(tickets.scheduleId, scheduleId)),
        ),
      ),
    );
}
