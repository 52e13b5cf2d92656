import { and, eq, or, sql } from "drizzle-orm";
import type { Tx } from "@/lib/db/client";
import { clockMs } from "@/lib/db/clock";
import { listOf, prepared } from "@/lib/db/prepared";
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

/** A person's turn and everything that decides about their seats, as one burst of statements found it; see `judgeSeats`. */
export type Look = { locked: Ticket[]; standing: Standing };

/**
 * Lines up the requests of one person for one schedule, so that many tabs cannot each see room under
 * the per-person limit, and locks the requested tickets and the person's own. Everything is sent in
 * one burst, in this order: each statement begins when the one before has ended, so that what is read
 * last is read after every wait. First of the transaction.
 */
export async function lookAtSeats(tx: Tx, actor: Actor, request: SeatRequest): Promise<Look> {
  const [, look] = await Promise.all([
    lockPerson(tx, { person: `${actor.userId}:${request.scheduleId}` }),
    lookUnlined(tx, actor, request),
  ]);
  return look;
}

/** `lookAtSeats` but for the person's turn. */
export async function lookUnlined(tx: Tx, actor: Actor, { scheduleId, seatIndexes }: SeatRequest): Promise<Look> {
  const who = { userId: actor.userId, scheduleId };
  const [locked, [standing]] = await Promise.all([
    lockTickets(tx, { ...who, seatIndexes: listOf(seatIndexes) }),
    readStanding(tx, who),
  ]);
  if (!standing?.terms.leavesNoOrphans) return { locked, standing };
  await lockRowsOfSeats(tx, locked);
  return { locked, standing: (await readStanding(tx, who))[0] };
}

/**
 * Checks again everything that may have changed while `lookAtSeats` waited.
 *
 * @throws AppError `not_found`, `sales_not_open`, `sales_closed`, `seat_unavailable` with
 *   `seatIndexes`, `seat_limit_exceeded` with `max`, `would_leave_orphan` with `seatIndexes` where the
 *   schedule forbids it.
 */
export async function judgeSeats(
  tx: Tx,
  actor: Actor,
  request: SeatRequest,
  { locked, standing }: Look,
): Promise<LockedSeats> {
  const now = new Date(standing?.nowMs ?? 0);
  const terms = standing?.terms;
  assertOnSale(terms, now);
  const asked = new Set(request.seatIndexes);
  const requested = locked.filter((ticket) => asked.has(ticket.seatIndex));
  if (requested.length !== asked.size) throw new AppError("not_found");

  const taken = requested.filter(
    (ticket) => !ticketIsFree(ticket, now) && !ticketIsInHoldOf(actor.userId, ticket, now),
  );
  if (taken.length > 0) throw new AppError("seat_unavailable", { seatIndexes: taken.map((t) => t.seatIndex) });

  const mine = locked.filter((ticket) => asked.has(ticket.seatIndex) || ticketIsHeldBy(actor.userId, ticket, now));
  const ownedCount = mine.length + (standing?.boughtCount ?? 0);
  assertWithinLimit(ownedCount, terms.seatsPerUserMax);
  const hold = locked.filter((ticket) => ticketIsInHoldOf(actor.userId, ticket, now));
  if (terms.leavesNoOrphans) await assertLeavesNoOrphans(tx, { requested, hold, now });
  return { requested, hold, now, freshToken: standing?.freshToken ?? 0, terms, ownedCount };
}

const person = sql.placeholder("person");
const scheduleId = sql.placeholder("scheduleId");
const userId = sql.placeholder("userId");

const lockPerson = prepared<{ person: string }, unknown>((build) =>
  build
    .select({ turn: sql`pg_advisory_xact_lock(hashtextextended(${person}::text, 0))` })
    .from(sql`(select) as once`)
    .prepare("lock_person"),
);

/** One statement, in id order, so that overlapping requests queue up instead of deadlocking. */
const lockTickets = prepared<{ scheduleId: string; userId: string; seatIndexes: string }, Ticket[]>((build) => {
  // The requested are named by seat alone: were their status in the WHERE, a ticket that changed
  // hands during the wait would silently drop out instead of being refused.
  const requested = sql`${tickets.seatIndex} = any(${sql.placeholder("seatIndexes")}::int[])`;
  // A ticket names a holder if and only if it is held. Were the status named too, a planner that has
  // seen no holds yet would look for this fan's among everybody's.
  const mine = eq(tickets.heldBy, userId);
  return build
    .select()
    .from(tickets)
    .where(and(eq(tickets.scheduleId, scheduleId), or(requested, mine)))
    .orderBy(tickets.id)
    .for("update")
    .prepare("lock_tickets");
});

type Standing = { terms: SaleTerms; nowMs: number; freshToken: number; boughtCount: number } | undefined;

/** A statement of its own: only one that begins after the wait reads the clock and the sales after the wait. */
const readStanding = prepared<{ scheduleId: string; userId: string }, NonNullable<Standing>[]>((build) =>
  build
    .select({
      terms: saleTermsColumns,
      nowMs: clockMs,
      freshToken: sql<number>`nextval('hold_token_seq')`.mapWith(Number),
      // The person alone is in the WHERE: a planner that has seen few sales yet would go through all that are confirmed.
      boughtCount: sql<number>`(
        select count(*) filter (where ${bookings.status} = 'confirmed' and ${bookingSeats.live})
        from ${bookings} join ${bookingSeats} on ${bookings.id} = ${bookingSeats.bookingId}
        where ${bookings.userId} = ${userId} and ${bookings.scheduleId} = ${scheduleId}
      )`.mapWith(Number),
    })
    .from(schedules)
    .innerJoin(events, eq(events.id, schedules.eventId))
    .where(eq(schedules.id, scheduleId))
    .prepare("read_standing"),
);

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
