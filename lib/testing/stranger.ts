import { sql } from "drizzle-orm";
import { vi } from "vitest";
import type { Db, Tx } from "@/lib/db/client";

const PATIENCE = { timeout: 10_000, interval: 5 };

export type Stranger = {
  /** The stranger's transaction: what it locks stays locked until `work` ends. */
  tx: Tx;
  /** Settles once `count` sessions stand behind its locks, directly or behind one another; their process ids. */
  untilWaiting(count?: number): Promise<number[]>;
};

/** Runs `work` inside somebody else's transaction, which commits when it returns. */
export async function asStranger(db: Db, work: (stranger: Stranger) => Promise<void>): Promise<void> {
  await db.transaction(async (tx) => {
    const [session] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    const pid = session?.pid ?? 0;
    await work({
      tx,
      untilWaiting: (count = 1) =>
        vi.waitFor(async () => {
          const waiting = await findWaitingBehind(db, pid);
          if (waiting.length < count) throw new Error(`${waiting.length} of ${count} wait`);
          return waiting;
        }, PATIENCE),
    });
  });
}

async function findWaitingBehind(db: Db, pid: number): Promise<number[]> {
  const rows = await db.execute<{ pid: number }>(sql`
    with recursive behind(pid) as (
      select a.pid from pg_stat_activity a where ${pid}::int = any(pg_blocking_pids(a.pid))
      union
      select a.pid from pg_stat_activity a join behind b on b.pid = any(pg_blocking_pids(a.pid))
    ) select pid from behind`);
  return rows.map((row) => row.pid);
}
