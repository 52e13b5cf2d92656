import { asc, eq, sql } from "drizzle-orm";
import { audit } from "@/lib/audit/audit";
import type { Violation } from "@/lib/audit/rule";
import type { Db } from "@/lib/db/client";
import { bookings } from "@/lib/db/schema/bookings";
import { payments } from "@/lib/db/schema/payments";
import { pointAccounts } from "@/lib/db/schema/points";
import { testGatewayCharges } from "@/lib/db/schema/test-gateway";
import { tickets } from "@/lib/db/schema/tickets";

/** What the database says, whatever the pages claim. */
export type Ledger = ReturnType<typeof openLedger>;

export function openLedger(db: Db) {
  const ticketsOf = (scheduleId: string) =>
    db.select().from(tickets).where(eq(tickets.scheduleId, scheduleId)).orderBy(asc(tickets.seatIndex));
  return {
    ticketsOf,

    /** The seats of a schedule that are not free, by what was last written. */
    async takenSeats(scheduleId: string) {
      const taken = (await ticketsOf(scheduleId)).filter((ticket) => ticket.status !== "available");
      return taken.map(({ seatIndex, status, heldBy }) => ({ seatIndex, status, heldBy }));
    },

    bookingsOf: (scheduleId: string) =>
      db.select().from(bookings).where(eq(bookings.scheduleId, scheduleId)).orderBy(asc(bookings.createdAt)),

    paymentsOf: (bookingId: string) =>
      db.select().from(payments).where(eq(payments.bookingId, bookingId)).orderBy(asc(payments.createdAt)),

    /** What the card company has kept for a booking, refunds taken off, in won. */
    async cardKrwOf(bookingId: string): Promise<number> {
      const [row] = await db
        .select({
          kept: sql<number>`coalesce(sum(${testGatewayCharges.amountKrw} - ${testGatewayCharges.refundedKrw}), 0)::int`,
        })
        .from(testGatewayCharges)
        .innerJoin(payments, eq(payments.id, testGatewayCharges.idempotencyKey))
        .where(sql`${payments.bookingId} = ${bookingId} and ${testGatewayCharges.status} = 'approved'`);
      return row?.kept ?? 0;
    },

    async balanceOf(userId: string): Promise<number> {
      const [account] = await db.select().from(pointAccounts).where(eq(pointAccounts.userId, userId));
      return account?.balance ?? 0;
    },

    /** Every broken promise about a schedule; none is how each test about money or seats must end. */
    violationsOf: (scheduleId: string): Promise<Violation[]> => audit(db, { scheduleIds: [scheduleId] }),
  };
}
