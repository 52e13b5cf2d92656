import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { vi } from "vitest";
import type { Db } from "@/lib/db/client";
import { tickets } from "@/lib/db/schema/tickets";
import { aGate } from "./gate";

/** A stranger's transaction that stands on some tickets. */
export type RowLocks = {
  /** Waits until `count` sessions stand behind it, directly or behind one another. */
  untilWaiting(count: number): Promise<void>;
  release(): Promise<void>;
  /** Lets the holds on these tickets end at this moment, and lets go. */
  releaseAsHoldsEnd(): Promise<void>;
};

const PATIENCE = { timeout: 10_000, interval: 5 };

/** Locks these tickets in a transaction of its own, until the test lets go. */
export async function lockRowsOf(
  db: Db,
  { scheduleId, seatIndexes }: { scheduleId: string; seatIndexes: readonly number[] },
): Promise<RowLocks> {
  const [locked, letGo] = [aGate(), aGate()];
  const wanted = and(eq(tickets.scheduleId, scheduleId), inArray(tickets.seatIndex, [...seatIndexes]));
  let pid = 0;
  let isEnding = false;
  const transaction = db.transaction(async (tx) => {
    const rows = await tx
      .select({ pid: sql<number>`pg_backend_pid()` })
      .from(tickets)
      .where(wanted)
      .orderBy(asc(tickets.id))
      .for("update");
    pid = rows[0]?.pid ?? 0;
    locked.open();
    await letGo.opened;
    if (isEnding) await tx.update(tickets).set({ heldUntil: sql`clock_timestamp()` }).where(wanted);
  });
  await Promise.race([locked.opened, transaction]);
  return {
    untilWaiting: (count) =>
      vi.waitFor(async () => {
        const waiting = await countWaitingBehind(db, pid);
        if (waiting < count) throw new Error(`${waiting} of ${count} wait`);
      }, PATIENCE),
    release: async () => {
      letGo.open();
      await transaction;
    },
    releaseAsHoldsEnd: async () => {
      isEnding = true;
      letGo.open();
      await transaction;
    },
  };
}

async function countWaitingBehind(db: Db, pid: number): Promise<number> {
  const [row] = await db.execute<{ waiting: number }>(sql`
    with recursive behind(pid) as (
      select a.pid from pg_stat_activity a where ${pid}::int = any(pg_blocking_pids(a.pid))
      union
      select a.pid from pg_stat_activity a join behind b on b.pid = any(pg_blocking_pids(a.pid))
    ) select count(*)::int as waiting from behind`);
  return row?.waiting ?? 0;
}
