import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { users } from "./accounts";
import { bookings } from "./bookings";

export const PAYMENT_METHODS = ["points", "card"] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

export const PAYMENT_STATUSES = ["processing", "succeeded", "declined", "refund_due", "refunded"] as const;
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

/**
 * One attempt to charge one booking. `id` is the gateway's idempotency key, so that asking twice
 * charges once. processing → succeeded | declined | refund_due; succeeded → refund_due | refunded;
 * declined → refund_due, when a charge given up unanswered went through after all; refund_due →
 * refunded (the money is on its way back and the sweeper makes sure of it).
 */
export const payments = pgTable(
  "payments",
  {
    id: uuid().primaryKey(),
    bookingId: uuid().notNull(),
    userId: uuid().notNull(),
    method: text({ enum: PAYMENT_METHODS }).notNull(),
    amountKrw: integer().notNull(),
    status: text({ enum: PAYMENT_STATUSES }).notNull(),
    gatewayReference: text(),
    /** Why the gateway declined, or why the money went back; a code, never a gateway's own words. */
    reason: text(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    settledAt: timestamp({ withTimezone: true }),
    refundedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    foreignKey({ columns: [t.bookingId], foreignColumns: [bookings.id], name: "payments_booking_fk" }),
    foreignKey({ columns: [t.userId], foreignColumns: [users.id], name: "payments_user_fk" }),
    // At most one charge of a booking is under way or has succeeded.
    uniqueIndex("payments_one_live_per_booking").on(t.bookingId).where(sql`status in ('processing', 'succeeded')`),
    // A booking's page and its settlement read all attempts.
    index("payments_booking_idx").on(t.bookingId),
    // Reconciliation: charges without an answer and refunds not yet made.
    index("payments_unsettled_idx").on(t.createdAt).where(sql`status in ('processing', 'refund_due')`),
    // The second look at charges that were given up unanswered.
    index("payments_unanswered_idx").on(t.settledAt).where(sql`reason = 'no_answer'`),
    check("payments_method_known", sql`method in ('points', 'card')`),
    check("payments_status_known", sql`status in ('processing', 'succeeded', 'declined', 'refund_due', 'refunded')`),
    check("payments_amount_not_negative", sql`amount_krw >= 0`),
  ],
);
