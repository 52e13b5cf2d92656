import { and, desc, eq, not, or, type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/lib/db/client";
import { type BookingStatus, bookings } from "@/lib/db/schema/bookings";
import { type EventCategory, events, plans, schedules, venues } from "@/lib/db/schema/catalog";
import { type PaymentMethod, type PaymentStatus, payments } from "@/lib/db/schema/payments";
import type { Actor } from "@/lib/kernel/actor";
import { AppError } from "@/lib/kernel/errors";
import { type Booking, bookingColumns, hasRunOut, readBookedSeats } from "./booking";
import type { ListBookingsInput } from "./schema";

export type BookingSummary = Booking & {
  event: { slug: string; titleKo: string; titleEn: string; posterSeed: string; category: EventCategory };
  schedule: { id: string; startsAt: Date };
  venue: { nameKo: string; nameEn: string; timeZone: string };
};

/** `payment` is the latest attempt. */
export type BookingDetail = BookingSummary & {
  payment: { method: PaymentMethod; status: PaymentStatus; reason: string | null; refundedAt: Date | null } | null;
};

/** Newest first. `nextCursor` asks for the page after this one; null when there is none. */
export type BookingPage = { items: BookingSummary[]; nextCursor: string | null };

/**
 * One booking of the actor as it is now.
 * @throws AppError `not_found` when there is none of that id, or it is somebody else's.
 */
export async function findBooking(db: Reader, actor: Actor, bookingId: string): Promise<BookingDetail> {
  const [row] = await selectSummaries(db).where(and(eq(bookings.id, bookingId), eq(bookings.userId, actor.userId)));
  if (!row) throw new AppError("not_found");
  const [payment] = await db
    .select({
      method: payments.method,
      status: payments.status,
      reason: payments.reason,
      refundedAt: payments.refundedAt,
    })
    .from(payments)
    .where(eq(payments.bookingId, bookingId))
    .orderBy(desc(payments.createdAt), desc(payments.id))
    .limit(1);
  const seats = await readBookedSeats(db, [bookingId]);
  return { ...row, seats: seats.get(bookingId) ?? [], payment: payment ?? null };
}

/** The actor's bookings, newest first, `limit` (≤ 50) at a time. A filter by status goes by what they are now. */
export async function listBookings(db: Reader, actor: Actor, input: ListBookingsInput): Promise<BookingPage> {
  const rows = await selectSummaries(db)
    .where(
      and(
        eq(bookings.userId, actor.userId),
        input.status && or(...[input.status].flat().map(isNow)),
        input.cursor ? isAfter(actor, input.cursor) : undefined,
      ),
    )
    .orderBy(desc(bookings.createdAt), desc(bookings.id))
    .limit(input.limit + 1);
  const page = rows.slice(0, input.limit);
  const seats = await readBookedSeats(
    db,
    page.map((booking) => booking.id),
  );
  const items = page.map((booking) => ({ ...booking, seats: seats.get(booking.id) ?? [] }));
  return { items, nextCursor: rows.length > input.limit ? (items.at(-1)?.id ?? null) : null };
}

function selectSummaries(db: Reader) {
  return db
    .select({
      ...bookingColumns,
      event: {
        slug: events.slug,
        titleKo: events.titleKo,
        titleEn: events.titleEn,
        posterSeed: events.posterSeed,
        category: events.category,
      },
      schedule: { id: schedules.id, startsAt: schedules.startsAt },
      venue: { nameKo: venues.nameKo, nameEn: venues.nameEn, timeZone: venues.timeZone },
    })
    .from(bookings)
    .innerJoin(schedules, eq(schedules.id, bookings.scheduleId))
    .innerJoin(events, eq(events.id, schedules.eventId))
    .innerJoin(plans, eq(plans.id, schedules.planId))
    .innerJoin(venues, eq(venues.id, plans.venueId));
}

function isNow(status: BookingStatus): SQL | undefined {
  if (status === "expired") return sql`(${bookings.status} = 'expired' or ${hasRunOut})`;
  return and(eq(bookings.status, status), not(hasRunOut));
}

// The cursor is a booking, and its time is looked up: a time written into the cursor would lose the
// microseconds that JavaScript cannot carry, and with them the bookings of the same millisecond.
const isAfter = (actor: Actor, cursor: string) => sql`(${bookings.createdAt}, ${bookings.id}) < (
  (select last.created_at from ${bookings} as last where last.id = ${cursor} and last.user_id = ${actor.userId}), ${cursor}::uuid)`;
