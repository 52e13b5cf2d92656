import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { tickets } from "@/lib/db/schema/tickets";
import { onceInTransaction } from "@/lib/db/transaction";
import type { Actor } from "@/lib/kernel/actor";
import type { ReleaseSeatsInput } from "./schema";
import { type Changed, changeColumns } from "./seat-change";

/** What a ticket is once nobody has it. */
export const FREE_TICKET = {
  status: "available",
  heldBy: null,
  holdToken: null,
  heldSince: null,
  heldUntil: null,
  bookingId: null,
} as const;

/**
 * Gives the actor's held seats back: those named, or the whole hold of the schedule. Seats of others
 * and seats of a booking are left as they are, so that asking twice, or too late, frees nothing of
 * anybody's.
 *
 * @returns the seats that were released by this call, in ticket order.
 * @throws AppError `busy` or `read_only`; see `withTransaction`. Nothing was released; safe to retry.
 */
export async function releaseSeats(
  db: Db,
  actor: Actor,
  input: ReleaseSeatsInput,
): Promise<Changed<{ releasedSeatIndexes: number[] }>> {
  const mine = and(
    eq(tickets.scheduleId, input.scheduleId),
    eq(tickets.heldBy, actor.userId),
    isNull(tickets.bookingId),
    input.seatIndexes && inArray(tickets.seatIndex, input.seatIndexes),
  );
  return onceInTransaction(db, input, async (tx) => {
    // Locked in id order first: the UPDATE alone would visit rows in any order and could deadlock
    // with a fan who is taking over the same seats after they ran out.
    const locked = await tx
      .select({ id: tickets.id, seatIndex: tickets.seatIndex, holdToken: tickets.holdToken })
      .from(tickets)
      .where(mine)
      .orderBy(tickets.id)
      .for("update");
    if (locked.length === 0) return { releasedSeatIndexes: [], changes: [] };

    const ids = locked.map((ticket) => ticket.id);
    // A hold that ran out unswept may stand beside the live one, under an older token.
    const holdTokens = locked.flatMap((ticket) => ticket.holdToken ?? []);
    const changes = await tx
      .update(tickets)
      .set(FREE_TICKET)
      .where(and(inArray(tickets.id, ids), inArray(tickets.holdToken, holdTokens), mine))
      .returning(changeColumns);
    const freed = new Set(changes.map((change) => change.seatIndex));
    return { releasedSeatIndexes: locked.map((ticket) => ticket.seatIndex).filter((seat) => freed.has(seat)), changes };
  });
}
