import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { users } from "./accounts";
import { GRADE_CODES, schedules } from "./catalog";
import { tickets } from "./tickets";

export const BOOKING_STATUSES = ["pending", "confirmed", "cancelled", "refunded", "expired"] as const;
export type BookingStatus = (typeof BOOKING_STATUSES)[number];

export const RECEIPT_METHODS = ["on_site", "mobile", "delivery"] as const;
export type ReceiptMethod = (typeof RECEIPT_METHODS)[number];

/**
 * pending (awaiting payment) → confirmed → cancelled / refunded; or pending → expired / cancelled.
 * A pending booking past `expiresAt` is expired at that instant, whatever `status` still says.
 * `id` is made by the client, so that a repeated request finds its own first answer.
 */
export const bookings = pgTable(
  "bookings",
  {
    id: uuid().primaryKey(),
    /** What a fan reads out on the phone, e.g. RW-7K3M-9QXD: random, unique, no look-alike letters. */
    number: text().notNull().unique("bookings_number_unique"),
    userId: uuid().notNull(),
    scheduleId: uuid().notNull(),
    status: text({ enum: BOOKING_STATUSES }).notNull().default("pending"),
    totalKrw: integer().notNull(),
    receiptMethod: text({ enum: RECEIPT_METHODS }).notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    confirmedAt: timestamp({ withTimezone: true }),
    /** When it was cancelled or expired: the moment its seats went back. */
    endedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    foreignKey({ columns: [t.userId], foreignColumns: [users.id], name: "bookings_user_fk" }),
    foreignKey({ columns: [t.scheduleId], foreignColumns: [schedules.id], name: "bookings_schedule_fk" }),
    // "My bookings", newest first, by keyset.
    index("bookings_user_created_idx").on(t.userId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    // The sweeper's pending bookings past their time, and the admin's newest by state.
    index("bookings_status_created_idx").on(t.status, t.createdAt),
    check("bookings_status_known", sql`status in ('pending', 'confirmed', 'cancelled', 'refunded', 'expired')`),
    check("bookings_receipt_method_known", sql`receipt_method in ('on_site', 'mobile', 'delivery')`),
    check("bookings_total_not_negative", sql`total_krw >= 0`),
    check("bookings_confirmed_has_time", sql`status <> 'confirmed' or confirmed_at is not null`),
    check("bookings_ended_has_time", sql`(status in ('cancelled', 'refunded', 'expired')) = (ended_at is not null)`),
  ],
);

/** A seat of a booking, at the price it was booked for. `live` until the booking ends or loses the seat. */
export const bookingSeats = pgTable(
  "booking_seats",
  {
    bookingId: uuid().notNull(),
    ticketId: bigint({ mode: "number" }).notNull(),
    grade: text({ enum: GRADE_CODES }).notNull(),
    priceKrw: integer().notNull(),
    live: boolean().notNull().default(true),
  },
  (t) => [
    primaryKey({ columns: [t.bookingId, t.ticketId] }),
    foreignKey({ columns: [t.bookingId], foreignColumns: [bookings.id], name: "booking_seats_booking_fk" }),
    foreignKey({ columns: [t.ticketId], foreignColumns: [tickets.id], name: "booking_seats_ticket_fk" }),
    // The last guard: at most one live booking of a seat, whatever any code above it does.
    uniqueIndex("booking_seats_one_live_per_ticket").on(t.ticketId).where(sql`live`),
    check("booking_seats_price_not_negative", sql`price_krw >= 0`),
  ],
);
