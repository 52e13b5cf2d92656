import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { bookings } from "@/lib/db/schema/bookings";
import { payments } from "@/lib/db/schema/payments";
import { tickets } from "@/lib/db/schema/tickets";

/** Time that passes faster: what a fan would wait minutes for, on the database's own clock. */
export type Clock = ReturnType<typeof openClock>;

export function openClock(db: Db) {
  const inSeconds = (seconds: number) => sql`clock_timestamp() + ${`${seconds} seconds`}::interval`;
  return {
    /** Leaves every hold of a schedule that no booking has taken over this long. */
    async leaveHolds(scheduleId: string, seconds: number): Promise<void> {
      await db
        .update(tickets)
        .set({ heldUntil: inSeconds(seconds) })
        .where(and(eq(tickets.scheduleId, scheduleId), eq(tickets.status, "held"), sql`booking_id is null`));
    },

    /** Leaves a pending booking, and the seats that it keeps, this long. */
    async leaveBooking(bookingId: string, seconds: number): Promise<void> {
      await db.transaction(async (tx) => {
        await tx
          .update(bookings)
          .set({ expiresAt: inSeconds(seconds) })
          .where(eq(bookings.id, bookingId));
        await tx
          .update(tickets)
          .set({ heldUntil: inSeconds(seconds) })
          .where(and(eq(tickets.bookingId, bookingId), eq(tickets.status, "held")));
      });
    },

    /** Lets the charges of a booking have been asked for this long ago. */
    async agePayments(bookingId: string, seconds: number): Promise<void> {
      await db
        .update(payments)
        .set({ createdAt: inSeconds(-seconds) })
        .where(eq(payments.bookingId, bookingId));
    },
  };
}
