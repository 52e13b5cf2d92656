import { and, eq, isNull, sql } from "drizzle-orm";
import type { Reader } from "@/lib/db/client";
import { tickets } from "@/lib/db/schema/tickets";
import type { Actor } from "@/lib/kernel/actor";
import { type HeldSeat, type Hold, toHeldSeat } from "./hold-seats";

export type { HeldSeat, Hold };

/** The actor's live hold in a schedule by the database's clock, or `null`; seats of a booking are not part of it. */
export async function findHold(db: Reader, actor: Actor, scheduleId: string): Promise<Hold | null> {
  const held = await db
    .select()
    .from(tickets)
    .where(
      and(
        eq(tickets.heldBy, actor.userId),
        eq(tickets.scheduleId, scheduleId),
        isNull(tickets.bookingId),
        sql`${tickets.heldUntil} > clock_timestamp()`,
      ),
    )
    .orderBy(tickets.id);
  const [first] = held;
  if (!first?.holdToken || !first.heldUntil) return null;
  return { holdToken: first.holdToken, seats: held.map(toHeldSeat), expiresAt: first.heldUntil };
}
