import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import type { Tx } from "@/lib/db/client";
import { withTransaction } from "@/lib/db/transaction";
import { scratchDatabase } from "@/lib/testing/scratch-database";
import { aFan, aSchedule } from "@/lib/testing/world";
import { holdSeats } from "./hold-seats";
import { lookAtSeats } from "./lock-seats";

const db = await scratchDatabase();

it("reads no tickets that other fans hold, also where the planner has seen no holds yet", async () => {
  const { scheduleId, seatIndexes } = await aSchedule(db, { seatCount: 3_000 });
  await db.execute(sql`analyze tickets`);
  for (const seatIndex of seatIndexes.slice(1, 100)) {
    await holdSeats(db, await aFan(db), { scheduleId, seatIndexes: [seatIndex] });
  }
  const fan = await aFan(db);

  const rowsRead = await withTransaction(db, async (tx) => {
    const before = await countRowsRead(tx);
    await lookAtSeats(tx, fan, { scheduleId, seatIndexes: [0] });
    return (await countRowsRead(tx)) - before;
  });

  expect(rowsRead).toBeLessThanOrEqual(2);
});

/** How many tickets this connection has read since it last reported. */
async function countRowsRead(tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ read: number }>(sql`
    select (seq_tup_read + idx_tup_fetch)::int as read from pg_stat_xact_user_tables where relname = 'tickets'`);
  return row?.read ?? 0;
}
