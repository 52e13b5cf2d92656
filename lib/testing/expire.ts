import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { bookings } from "@/lib/db/schema/bookings";
import { tickets } from "@/lib/db/schema/tickets";

const A_SECOND_AGO = sql`clock_timestamp() - interval '1 second'`;

/** Lets the holds on these seats have ended a second ago, on the database's clock, as if nobody had swept since. */
export async function expireHold(
  db: Db,
  { scheduleId, seatIndexes }: { scheduleId: string; seatIndexes: readonly number[] },
): Promise<void> {
  const ended = await db
    .update(tickets)
    .set({ heldUntil: A_SECOND_AGO })
    .where(
      and(eq(tickets.scheduleId, scheduleId), inArray(tickets.seatIndex, [...seatIndexes]), eq(tickets.status, "held")),
    )
    .returning({ id: tickets.id });
  if (ended.length === 0) throw new Error("Only held seats can expire");
}

/** Lets a pending booking's time run out a second ago, its seats' with it, as if nobody had swept since. */
export async function expireBooking(db: Db, bookingId: string): Promise<void> {
  await db.update(bookings).set({ expiresAt: A_SECOND_AGO }).where(eq(bookings.id, bookingId));
  await db
    .update(tickets)
    .set({ heldUntil: A_SECOND_AGO })
    .where(and(eq(tickets.bookingId, bookingId), eq(tickets.status, "held")));
}
