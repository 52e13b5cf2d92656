import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db, Tx } from "@/lib/db/client";
import { planSeats, schedules } from "@/lib/db/schema/catalog";
import { tickets } from "@/lib/db/schema/tickets";
import { onceInTransaction } from "@/lib/db/transaction";
import type { Actor } from "@/lib/kernel/actor";
import { AppError } from "@/lib/kernel/errors";
import { settings } from "@/lib/settings";
import { type Hold, toHeldSeat } from "./hold-seats";
import { judgeSeats, type LockedSeats, leaveExpiredBookings, lookAtSeats, type Ticket } from "./lock-seats";
import { assertWithinLimit, holdUntil } from "./rules";
import type { HoldGeneralInput } from "./schema";
import { type Changed, changeColumns, type SeatChange } from "./seat-change";
import { ticketIsFreeSql } from "./ticket-is-free-sql";

/** `skip`: passes by places that somebody is taking right now. `wait`: waits to see whether they do. */
type Manner = "skip" | "wait";

/**
 * Holds `input.count` places of one general-admission area for `actor`, or none: the lowest numbers
 * of entry that are free. Places of the area that the actor holds already count, so asking again for
 * the same number is safe and extends the hold; asking for fewer gives none back. They join the
 * actor's one hold of the schedule, under its token and its end.
 *
 * Nobody waits for another as long as places are left: each takes other rows. Only when too few are
 * left untouched does a second transaction wait for those that are being taken.
 *
 * @throws AppError `not_found`, `sales_not_open`, `sales_closed`, as for a hold; also for an unknown area.
 * @throws AppError `seat_unavailable` when nothing is left, `no_seats_together` when fewer are left:
 *   `details.largest` of them.
 * @throws AppError `seat_limit_exceeded`: more than `details.max` per booking or per person.
 * @throws AppError `busy` or `read_only`; see `withTransaction`. Nothing is held; safe to retry.
 */
export async function holdGeneral(db: Db, actor: Actor, input: HoldGeneralInput): Promise<Changed<Hold>> {
  const holdThem = (manner: Manner) => onceInTransaction(db, input, (tx) => holdPlaces(tx, actor, input, manner));
  const hold = await holdThem("skip").catch((error: unknown) => {
    if (error instanceof PlacesBeingTaken) return null;
    throw error;
  });
  return hold ?? holdThem("wait");
}

/** Thrown to roll back: enough places are free by what is committed, but others stand on some. */
class PlacesBeingTaken extends Error {}

async function holdPlaces(tx: Tx, actor: Actor, input: HoldGeneralInput, manner: Manner): Promise<Changed<Hold>> {
  const { scheduleId } = input;
  const request = { scheduleId, seatIndexes: [] };
  const locked = await judgeSeats(tx, actor, request, await lookAtSeats(tx, actor, request));
  const { hold, terms, now } = locked;
  const heldHere = hold.filter((ticket) => ticket.section === input.area && ticket.rowLabel === "");
  const missing = Math.max(0, input.count - heldHere.length);
  assertWithinLimit(hold.length + missing, terms.seatsPerBookingMax);
  assertWithinLimit(locked.ownedCount + missing, terms.seatsPerUserMax);

  const keeping = {
    heldBy: actor.userId,
    holdToken: hold[0]?.holdToken ?? locked.freshToken,
    heldSince: hold[0]?.heldSince ?? now,
    heldUntil: endOf(locked),
  };
  const taken = missing > 0 ? await takePlaces(tx, { ...input, count: missing }, keeping, manner) : [];
  if (taken.length < missing) await refuse(tx, input, manner, { left: taken.length, missing });
  const changes = [...taken.map(({ change }) => change), ...(await extend(tx, hold, keeping))];
  const seats = [...hold, ...taken.map(({ ticket }) => ticket)].sort((a, b) => a.id - b.id);
  return { holdToken: keeping.holdToken, seats: seats.map(toHeldSeat), expiresAt: keeping.heldUntil, changes };
}

const endOf = ({ hold, now }: LockedSeats): Date =>
  holdUntil({
    now,
    heldSince: hold[0]?.heldSince ?? now,
    ttlMs: settings.holdTtlMs,
    extendMaxMs: settings.holdExtendMaxMs,
  });

type Keeping = { heldBy: string; holdToken: number; heldSince: Date; heldUntil: Date };

const placesOf = ({ scheduleId, area }: HoldGeneralInput) =>
  and(eq(tickets.scheduleId, scheduleId), eq(tickets.section, area), eq(tickets.rowLabel, ""), isGeneral);

const isGeneral = sql`exists (
  select from ${planSeats} join ${schedules} on ${schedules.planId} = ${planSeats.planId}
  where ${schedules.id} = ${tickets.scheduleId} and ${planSeats.seatIndex} = ${tickets.seatIndex}
    and ${planSeats.isGeneral})`;

type Taken = { ticket: Ticket; change: SeatChange };

/** One statement: what is picked is locked, and what is locked is written. */
async function takePlaces(tx: Tx, input: HoldGeneralInput, keeping: Keeping, manner: Manner): Promise<Taken[]> {
  const picking = tx
    .select({ id: tickets.id, bookingId: tickets.bookingId })
    .from(tickets)
    .where(and(placesOf(input), ticketIsFreeSql))
    .orderBy(tickets.seatIndex)
    .limit(input.count);
  const picked = tx
    .$with("picked")
    .as(manner === "skip" ? picking.for("update", { skipLocked: true }) : picking.for("update"));
  const rows = await tx
    .with(picked)
    .update(tickets)
    .set({ status: "held", ...keeping, bookingId: null })
    .from(picked)
    .where(eq(tickets.id, picked.id))
    .returning({ ticket: tickets, change: changeColumns, leftBookingId: picked.bookingId });
  await leaveExpiredBookings(
    tx,
    rows.map(({ ticket, leftBookingId }) => ({ ...ticket, bookingId: leftBookingId })),
  );
  return rows;
}

async function extend(tx: Tx, hold: readonly Ticket[], keeping: Keeping): Promise<SeatChange[]> {
  const ids = hold.map((ticket) => ticket.id);
  if (ids.length === 0) return [];
  return tx.update(tickets).set(keeping).where(inArray(tickets.id, ids)).returning(changeColumns);
}

async function refuse(
  tx: Tx,
  input: HoldGeneralInput,
  manner: Manner,
  { left, missing }: { left: number; missing: number },
): Promise<never> {
  // What this transaction took is no longer free to itself.
  const [row] = await tx
    .select({
      places: sql<number>`count(*)::int`,
      free: sql<number>`(count(*) filter (where ${ticketIsFreeSql}))::int`,
    })
    .from(tickets)
    .where(placesOf(input));
  if (!row || row.places === 0) throw new AppError("not_found");
  if (manner === "skip" && left + row.free >= missing) throw new PlacesBeingTaken();
  const largest = left + row.free;
  throw largest === 0
    ? new AppError("seat_unavailable", { seatIndexes: [] })
    : new AppError("no_seats_together", { largest });
}
