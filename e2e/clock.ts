import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { bookings } from "@/lib/db/schema/bookings";
import { payments } from "@/lib/db/schema/payments";
import { tickets } from "@/lib/db/schema/tickets";
import type { GuardedRedis } from "@/lib/redis/guarded";
import { availabilityChanged } from "@/lib/seats/availability";

/** Time that passes faster: what a fan would wait minutes for, on the database's own clock. */
export type Clock = ReturnType<typeof openClock>;

/** `redis` is told, because no sale goes this way. */
export function openClock(db: Db, redis: GuardedRedis) {
  const inSeconds = (seconds: number) => sql`clock_timestamp() + ${`${seconds} seconds`}::interval`;
  return {
    /** Leaves every hold of a schedule that no booking has taken over this long. */
    async leaveHolds(scheduleId: string, seconds: number): Promise<void> {
      await db
        .update(tickets)
        .set({ heldUntil: inSeconds(seconds) })
        .where(and(eq(tickets.scheduleId, scheduleId), eq(tickets.status, "held"), sql`booking_id is null`));
      await availabilityChanged(redis, scheduleId);
    },

    /** Leaves a pending booking, and the seats that it keeps, this long. */
    async leaveBooking(bookingId: string, seconds: number): Promise<void> {
      const scheduleIds = await db.transaction(async (tx) => {
        const changed = await tx
          .update(bookings)
          .set({ expiresAt: inSeconds(seconds) })
          .where(eq(bookings.id, bookingId))
          .returning({ scheduleId: bookings.scheduleId });
        await tx
          .update(tickets)
          .set({ heldUntil: inSeconds(seconds) })
          .where(and(eq(tickets.bookingId, bookingId), eq(tickets.status, "held")));
        return changed.map(({ scheduleId }) => scheduleId);
      });
      for (const scheduleId of scheduleIds) await availabilityChanged(redis, scheduleId);
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
