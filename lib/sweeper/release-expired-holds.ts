import { sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";

/**
 * Frees one batch of tickets whose hold has run out before it became a booking, in one statement.
 *
 * A row somebody is working on is skipped, not waited for. The update names the hold token that was
 * found dead: a ticket that was held again meanwhile has another one and stays. `now()` may stand
 * still here, since it can only be too early; it is what lets the partial index answer.
 *
 * @returns how many tickets.
 * @throws the driver's error; nothing was written.
 */
export async function releaseExpiredHolds(db: Db, batchMax: number): Promise<number> {
  const [row] = await db.execute<{ freed: number }>(sql`
    with dead as (
      select id, hold_token from tickets
      where status = 'held' and held_until <= now() and booking_id is null
      order by held_until limit ${batchMax} for update skip locked
    ), freed as (
      update tickets
      set status = 'available', held_by = null, hold_token = null, held_since = null, held_until = null
      from dead
      where tickets.id = dead.id and tickets.status = 'held'
        and tickets.hold_token = dead.hold_token and tickets.booking_id is null
      returning 1
    )
    select count(*)::int as freed from freed
  `);
  return row?.freed ?? 0;
}
