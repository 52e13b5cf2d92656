import { sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { listOf, prepared } from "@/lib/db/prepared";
import type { GradeCode } from "@/lib/db/schema/catalog";
import { tickets } from "@/lib/db/schema/tickets";
import { onceInTransaction } from "@/lib/db/transaction";
import type { Actor } from "@/lib/kernel/actor";
import { assert } from "@/lib/kernel/assert";
import { settings } from "@/lib/settings";
import { judgeSeats, leaveExpiredBookings, lookAtSeats, type Ticket } from "./lock-seats";
import { assertWithinLimit, holdUntil } from "./rules";
import type { HoldSeatsInput } from "./schema";
import { type Changed, changeColumns, type SeatChange } from "./seat-change";

/** A seat as its holder sees it. */
export type HeldSeat = {
  ticketId: number;
  seatIndex: number;
  section: string;
  rowLabel: string;
  seatNumber: string;
  grade: GradeCode;
  priceKrw: number;
};

/** Everything one fan holds in one schedule and has not booked yet; it runs out as a whole. */
export type Hold = { holdToken: number; seats: HeldSeat[]; expiresAt: Date };

/**
 * Holds every requested seat for `actor`, or none of them. Seats held before stay in the same hold,
 * and all of it runs `settings.holdTtlMs` from now, at most `settings.holdExtendMaxMs` from the
 * first of them. A seat whose hold or pending booking has run out is free, swept or not.
 *
 * The row lock is what makes this correct; the Redis lock in front of it only thins the crowd.
 * Asking again for the same seats is safe and extends the hold.
 *
 * @returns the whole hold, seats in ticket order; `expiresAt` is on the database's clock.
 * @throws AppError `not_found` when the schedule is not for sale or has no such seat.
 * @throws AppError `sales_not_open` or `sales_closed`.
 * @throws AppError `seat_unavailable`: `details.seatIndexes` are sold, blocked, booked or held by another.
 * @throws AppError `would_leave_orphan`: the schedule forbids leaving `details.seatIndexes` alone, and
 *   as many seats of the same gap could be had without.
 * @throws AppError `seat_limit_exceeded`: more than `details.max` per booking or per person.
 * @throws AppError `busy` or `read_only`; see `withTransaction`. Nothing is held; safe to retry.
 */
export async function holdSeats(db: Db, actor: Actor, input: HoldSeatsInput): Promise<Changed<Hold>> {
  return onceInTransaction(db, input, async (tx) => {
    const look = await lookAtSeats(tx, actor, input);
    const { requested, hold, now, freshToken, terms } = await judgeSeats(tx, actor, input, look);

    const added = requested.filter((ticket) => !hold.some((held) => held.id === ticket.id));
    const seats = [...hold, ...added].sort((a, b) => a.id - b.id);
    assertWithinLimit(seats.length, terms.seatsPerBookingMax);

    const heldSince = hold[0]?.heldSince ?? now;
    const holdToken = hold[0]?.holdToken ?? freshToken;
    const heldUntil = holdUntil({
      now,
      heldSince,
      ttlMs: settings.holdTtlMs,
      extendMaxMs: settings.holdExtendMaxMs,
    });
    await leaveExpiredBookings(tx, added);
    const changes = await keepHeld(tx, {
      ticketIds: listOf(seats.map((ticket) => ticket.id)),
      userId: actor.userId,
      holdToken,
      heldSince: heldSince.toISOString(),
      heldUntil: heldUntil.toISOString(),
    });
    assert(changes.length === seats.length, "every locked ticket is held");

    return { holdToken, seats: seats.map(toHeldSeat), expiresAt: heldUntil, changes };
  });
}

type Keeping = { ticketIds: string; userId: string; holdToken: number; heldSince: string; heldUntil: string };

const keepHeld = prepared<Keeping, SeatChange[]>((build) =>
  build
    .update(tickets)
    .set({
      status: "held",
      heldBy: sql`${sql.placeholder("userId")}`,
      holdToken: sql`${sql.placeholder("holdToken")}`,
      heldSince: sql`${sql.placeholder("heldSince")}`,
      heldUntil: sql`${sql.placeholder("heldUntil")}`,
      bookingId: null,
    })
    .where(sql`${tickets.id} = any(${sql.placeholder("ticketIds")}::bigint[])`)
    .returning(changeColumns)
    .prepare("keep_held"),
);

/** The face a ticket shows to the fan who has it. */
export function toHeldSeat(ticket: Ticket): HeldSeat {
  const { id: ticketId, seatIndex, section, rowLabel, seatNumber, grade, priceKrw } = ticket;
  return { ticketId, seatIndex, section, rowLabel, seatNumber, grade, priceKrw };
}
