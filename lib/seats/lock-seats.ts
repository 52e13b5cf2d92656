import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Tx } from "@/lib/db/client";
import { clockMs } from "@/lib/db/clock";
import { bookingSeats, bookings } from "@/lib/db/schema/bookings";
import { events, schedules } from "@/lib/db/schema/catalog";
import { tickets } from "@/lib/db/schema/tickets";
import type { Actor } from "@/lib/kernel/actor";
import { AppError } from "@/lib/kernel/errors";
import { assertLeavesNoOrphans, lockRowsOfSeats } from "./leave-no-orphans";
import {
  assertOnSale,
  assertWithinLimit,
  type SaleTerms,
  ticketIsFree,
  ticketIsHeldBy,
  ticketIsInHoldOf,
} from "./rules";
import { saleTermsColumns } from "./sale-terms";

export type Ticket = typeof tickets.$inferSelect;
type SeatRequest = { scheduleId: string; seatIndexes: readonly number[] };

/** Tickets that are ours to change until the transaction ends. Both lists are in id order. */
export type LockedSeats = {
  /** Each is free, or part of the actor's own hold. */
  requested: Ticket[];
  /** The actor's live hold as it was; it may overlap `requested`. */
  hold: Ticket[];
  /** The database's clock once every lock was granted. */
  now: Date;
  /** A hold token that nobody has. */
  freshToken: number;
  terms: SaleTerms;
  /** What counts against the per-person limit: requested, held, waiting for payment and bought. */
  ownedCount: number;
};

/**
 * Lines up the requests of one person for one schedule, so that many tabs cannot each see room under
 * the per-person limit. First lock of the transaction, in a statement of its own: the snapshot of the
 * statements after it must begin when the wait is over.
 */
export async function lockPerson(tx: Tx, actor: Actor, scheduleId: string): Promise<void> {
  const person = `${actor.userId}:${scheduleId}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${person}::text, 0))`);
}

/**
 * Locks the requested tickets and the actor's own, and checks again everything that may have changed
 * while it waited. Call `lockPerson` before.
 *
 * @throws AppError `not_found`, `sales_not_open`, `sales_closed`, `seat_unavailable` with
 *   `seatIndexes`, `seat_limit_exceeded` with `max`, `would_leave_orphan` with `seatIndexes` where the
 *   schedule forbids it.
 */
export async function lockSeats(tx: Tx, actor: Actor, request: SeatRequest): Promise<LockedSeats> {
  const locked = await lockTickets(tx, actor, request);
  const { now, freshToken, terms, boughtCount } = await readTerms(tx, actor, request.scheduleId, locked);

  const asked = new Set(request.seatIndexes);
  const requested = locked.filter((ticket) => asked.has(ticket.seatIndex));
  if (requested.length !== asked.size) throw new AppError("not_found");

  const taken = requested.filter(
    (ticket) => !ticketIsFree(ticket, now) && !ticketIsInHoldOf(actor.userId, ticket, now),
  );
  if (taken.length > 0) throw new AppError("seat_unavailable", { seatIndexes: taken.map((t) => t.seatIndex) });

  const mine = locked.filter((ticket) => asked.has(ticket.seatIndex) || ticketIsHeldBy(actor.userId, ticket, now));
  const ownedCount = mine.length + boughtCount;
  assertWithinLimit(ownedCount, terms.seatsPerUserMax);
  const hold = locked.filter((ticket) => ticketIsInHoldOf(actor.userId, ticket, now));
  if (terms.leavesNoOrphans) await assertLeavesNoOrphans(tx, { requested, hold, now });
  return { requested, hold, now, freshToken, terms, ownedCount };
}

/** One statement, in id order, so that overlapping requests queue up instead of deadlocking. */
async function lockTickets(tx: Tx, actor: Actor, request: SeatRequest): Promise<Ticket[]> {
  // The requested are named by seat alone: were their status in the WHERE, a ticket that changed
  // hands during the wait would silently drop out instead of being refused.
  const requested = inArray(tickets.seatIndex, [...request.seatIndexes]);
  // A ticket names a holder if and only if it is held. Were the status named too, a planner that has
  // seen no holds yet would look for this fan's among everybody's.
  const mine = eq(tickets.heldBy, actor.userId);
  return tx
    .select()
    .from(tickets)
    .where(and(eq(tickets.scheduleId, request.scheduleId), or(requested, mine)))
    .orderBy(tickets.id)
    .for("update");
}

/** A statement of its own: only one that begins after the wait reads the clock and the sales after the wait. */
async function readTerms(tx: Tx, actor: Actor, scheduleId: string, locked: readonly Ticket[]) {
  const [row] = await tx
    .select({
      // First, because it may wait too, and the columns after it are read once it has.
      rowLocks: lockRowsOfSeats(locked),
      terms: saleTermsColumns,
      nowMs: clockMs,
      freshToken: sql<number>`nextval('hold_token_seq')`.mapWith(Number),
      boughtCount: sql<number>`(
        select count(*) from ${bookingSeats} join ${bookings} on ${bookings.id} = ${bookingSeats.bookingId}
        where ${bookings.userId} = ${actor.userId} and ${bookings.scheduleId} = ${scheduleId}
          and ${bookings.status} = 'confirmed' and ${bookingSeats.live}
      )`.mapWith(Number),
    })
    .from(schedules)
    .innerJoin(events, eq(events.id, schedules.eventId))
    .where(eq(schedules.id, scheduleId));
  const now = new Date(row?.nowMs ?? 0);
  const terms = row?.terms;
  assertOnSale(terms, now);
  return { now, terms, freshToken: row?.freshToken ?? 0, boughtCount: row?.boughtCount ?? 0 };
}

/**
 * Takes tickets out of the pending bookings that have run out under them. Their rows are locked, so
 * whoever confirms or expires such a booking later finds that it has lost its seats.
 */
export async function leaveExpiredBookings(tx: Tx, requested: readonly Ticket[]): Promise<void> {
  const left = requested.flatMap((ticket) =>
    ticket.bookingId === null
      ? []
      : [and(eq(bookingSeats.bookingId, ticket.bookingId), eq(bookingSeats.ticketId, ticket.id))],
  );
  if (left.length === 0) return;
  await tx
    .update(bookingSeats)
    .set({ live: false })
    .where(or(...left));
}
