import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  pgSequence,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { users } from "./accounts";
import { GRADE_CODES, schedules } from "./catalog";

export const TICKET_STATUSES = ["available", "held", "sold", "blocked"] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];

/**
 * Hold tokens come from the database, never from a clock or a client: every release, expiry and
 * confirmation names the token it acts on, so that an old one cannot touch a newer fan's seat.
 */
export const holdTokenSeq = pgSequence("hold_token_seq");

/** Numbers every change of a ticket under its row lock, so that whoever hears of two knows which came later. */
export const ticketChangeSeq = pgSequence("ticket_change_seq");

/**
 * One seat of one schedule: the row that is locked. `status` is what was last written; a `held` row
 * whose `heldUntil` has passed is free, whether or not the sweeper has visited it.
 * `bookingId` is set while a pending booking holds it and once a confirmed one has bought it.
 */
export const tickets = pgTable(
  "tickets",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    scheduleId: uuid().notNull(),
    seatIndex: integer().notNull(),
    section: text().notNull(),
    rowLabel: text().notNull(),
    seatNumber: text().notNull(),
    grade: text({ enum: GRADE_CODES }).notNull(),
    priceKrw: integer().notNull(),
    status: text({ enum: TICKET_STATUSES }).notNull().default("available"),
    heldBy: uuid(),
    holdToken: bigint({ mode: "number" }),
    heldSince: timestamp({ withTimezone: true }),
    heldUntil: timestamp({ withTimezone: true }),
    bookingId: uuid(),
  },
  (t) => [
    foreignKey({ columns: [t.scheduleId], foreignColumns: [schedules.id], name: "tickets_schedule_fk" }),
    foreignKey({ columns: [t.heldBy], foreignColumns: [users.id], name: "tickets_held_by_fk" }),
    // Hold and book name their seats by position; the map reads a whole schedule in this order.
    unique("tickets_seat_unique").on(t.scheduleId, t.seatIndex),
    // The public API names seats by section, row and number.
    unique("tickets_name_unique").on(t.scheduleId, t.section, t.rowLabel, t.seatNumber),
    // "Which seats of this schedule are available": the tickets list of the API and the counts of an event page.
    index("tickets_schedule_status_idx").on(t.scheduleId, t.status),
    // The sweeper's only query. Partial, so it stays as small as the number of live holds; and not by
    // status, or the planner, who saw no holds yesterday, would look through all of them for one fan's.
    index("tickets_expiring_idx").on(t.heldUntil).where(sql`held_until is not null`),
    // "What does this fan hold here": once per hold, for the per-person limit and the shared countdown.
    // Whoever asks names the holder and not the status, for the same reason; see decision 016.
    index("tickets_holder_idx").on(t.heldBy, t.scheduleId).where(sql`held_by is not null`),
    // Confirm, cancel and expire reach a booking's tickets from the booking.
    index("tickets_booking_idx").on(t.bookingId).where(sql`booking_id is not null`),
    check("tickets_status_known", sql`status in ('available', 'held', 'sold', 'blocked')`),
    check("tickets_price_not_negative", sql`price_krw >= 0`),
    check(
      "tickets_held_is_complete",
      sql`num_nonnulls(held_by, hold_token, held_since, held_until) = case when status = 'held' then 4 else 0 end`,
    ),
    check("tickets_sold_has_booking", sql`status <> 'sold' or booking_id is not null`),
    check("tickets_free_has_no_booking", sql`status not in ('available', 'blocked') or booking_id is null`),
  ],
);
