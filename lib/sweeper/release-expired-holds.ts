import { sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import type { Batch } from "./batches";

/**
 * Frees one batch of tickets whose hold has run out before it became a booking, in one statement.
 *
 * A row somebody is working on is skipped, not waited for. The update names the hold token that was
 * found dead: a ticket that was held again meanwhile has another one and stays. `now()` may stand
 * still here, since it can only be too early; it is what lets the partial index answer.
 *
 * @throws the driver's error; nothing was written.
 */
export async function releaseExpiredHolds(db: Db, batchMax: number): Promise<Batch> {
  const rows = await db.execute<{ schedule_id: string; freed: number }>(sql`
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
      returning tickets.schedule_id
    )
    select schedule_id, count(*)::int as freed from freed group by schedule_id
  `);
  return {
    count: rows.reduce((total, row) => total + row.freed, 0),
    scheduleIds: rows.map((row) => row.schedule_id),
  };
}
