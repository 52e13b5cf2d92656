import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { percentilesOf } from "@/bench/harness/percentiles";
import type { Row, Scenario, Table } from "@/bench/harness/scenario";
import type { Stage } from "@/bench/harness/stage";
import { runTyped, writeBuyers } from "@/bench/purchase/send";
import type { VisitPlan, VisitReport } from "@/bench/purchase/visitors";
import { fansWithPoints, openSales, type Sale, seatsOf } from "@/bench/purchase/world";
import type { Db } from "@/lib/db/client";
import { step } from "@/scripts/steps";

const FANS = 5_000;
const SEATS = 2_000;
/** So many of them are before the counter at once; the others wait their turn. */
const AT_ONCE = 100;
const SAMPLE_MS = 20;
/** The database tells what a connection did only once that has rested. */
const STATISTICS_DELAY_MS = 2_000;
const PERCENT = 100;

/** A sale from its first moment until nothing is left. */
export const onSale: Scenario = {
  name: "on-sale",
  title: "A sale: 5,000 fans, 2,000 seats",
  timeLimitMs: 180_000,
  run: async function* (stage) {
    const [sale] = await step("A hall of 2,000 seats", () => openSales(stage.db, { seatCount: SEATS, count: 1 }));
    if (!sale) return;
    const fans = await step("Fans with points", () => fansWithPoints(stage.db, FANS));
    const { file } = await step("Tokens", () => writeBuyers(stage, { fans, seatsOf: () => [], name: "on-sale" }));
    yield await step("The sale", () => sell(stage, sale, file));
  },
};

async function sell(stage: Stage, sale: Sale, buyersFile: string): Promise<Table> {
  const [port = 0] = stage.ports;
  const seats = await seatsOf(stage.db, sale);
  const plan: VisitPlan = { port, sale, buyersFile, clients: AT_ONCE, seats };
  const before = await readDatabase(stage.db);
  const watch = watchLocks(stage.db);
  const text = await runTyped(stage, "bench/purchase/visitors.ts", JSON.stringify(plan));
  const waits = await watch.end();
  await sleep(STATISTICS_DELAY_MS);
  const after = await readDatabase(stage.db);
  const report = JSON.parse(text) as VisitReport;
  const commits = after.commits - before.commits;
  const rollbacks = after.rollbacks - before.rollbacks;
  const row = (measure: string, cell: number | string): Row => ({ measure, cells: [cell] });
  return {
    title: `${FANS.toLocaleString("en-US")} fans in parties of one to four, ${AT_ONCE} at once, look, pick, collide and pay until nothing is left`,
    columns: [""],
    rows: [
      row("seats sold", await countSold(stage.db, sale)),
      row("fans who saw a free seat", report.found),
      row("of them to whom others left nothing while they tried", report.tooLate),
      row("of the others got seats, %", share(report.reserved, report.found - report.tooLate)),
      row("of those paid, %", share(report.paid, report.reserved)),
      row("looks at the map", report.looks),
      row("seats found taken, and picked anew", report.collisions),
      row("anything else refused", wordsOf(report.failures)),
      row("from the first look to the last answer, s", report.elapsedMs / 1_000),
      ...(["hold", "book", "pay"] as const).map((name) =>
        row(`${name}, p95 ms`, percentilesOf(report.latenciesMs[name]).p95),
      ),
      row("deadlocks", after.deadlocks - before.deadlocks),
      row("rolled back, % of transactions", share(rollbacks, commits + rollbacks)),
      row("waits for a lock, as seen every 20 ms: p99 ms", percentilesOf(waits).p99),
    ],
  };
}

const share = (part: number, whole: number) => (part / Math.max(1, whole)) * PERCENT;

const wordsOf = (failures: Record<string, number>) =>
  Object.entries(failures)
    .map(([what, count]) => `${count} × ${what}`)
    .join(", ") || "nothing";

async function countSold(db: Db, { scheduleId }: Sale): Promise<number> {
  const [row] = await db.execute<{ sold: number }>(sql`
    select count(*)::int as sold from tickets where schedule_id = ${scheduleId} and status = 'sold'`);
  return row?.sold ?? 0;
}

type Counted = { commits: number; rollbacks: number; deadlocks: number };

async function readDatabase(db: Db): Promise<Counted> {
  const [row] = await db.execute<Counted>(sql`
    select xact_commit::float8 as commits, xact_rollback::float8 as rollbacks, deadlocks::float8 as deadlocks
    from pg_stat_database where datname = current_database()`);
  return row ?? { commits: 0, rollbacks: 0, deadlocks: 0 };
}

/** How long whoever waits for a lock has waited, looked at again and again. */
function watchLocks(db: Db) {
  const waits: number[] = [];
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      const rows = await db.execute<{ ms: number }>(sql`
        select extract(epoch from clock_timestamp() - query_start)::float8 * 1000 as ms
        from pg_stat_activity where wait_event_type = 'Lock'`);
      for (const { ms } of rows) waits.push(ms);
      await sleep(SAMPLE_MS);
    }
  })();
  return {
    end: async () => {
      isOver = true;
      await watching;
      return waits;
    },
  };
}
