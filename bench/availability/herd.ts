import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { type LoadResult, perSecond, sendAsFastAsPossible } from "@/bench/harness/load";
import { percentilesOf } from "@/bench/harness/percentiles";
import { parseSamples, riseOf } from "@/bench/harness/prometheus";
import type { Table } from "@/bench/harness/scenario";
import type { Stage } from "@/bench/harness/stage";
import { Failure } from "@/scripts/failure";
import { startChild } from "@/scripts/services/child";
import { testEnvironment } from "@/scripts/testing/test-environment";
import { availabilityPath, readOnce } from "./reading";
import type { WriterReport } from "./writer";

const READERS = 32;
const HOLDS_PER_SECOND = 100;
const FOR_MS = 20_000;
const READS = 10_000;
/** The database counts what a connection did only once that has rested. */
const STATISTICS_DELAY_MS = 2_000;
const DATABASE_READS = 'rowlock_availability_reads_total{source="database",process="api"}';

/** Readers through one process, as many as there is room for, while another sells: what reaches the database? */
export async function measureHerd(stage: Stage, scheduleId: string, seatCount: number): Promise<Table> {
  const path = availabilityPath(scheduleId);
  await stage.get(path);
  const [before, entriesBefore] = [await stage.readMetrics(), await seatEntriesRead(stage)];
  const writer = startWriter(stage, scheduleId);
  const reads = await sendAsFastAsPossible({ clients: READERS, forMs: FOR_MS }, () =>
    readOnce(stage, path, { "accept-encoding": "gzip" }, 200),
  );
  const written = await writer;
  await sleep(STATISTICS_DELAY_MS);
  const [after, entriesAfter] = [await stage.readMetrics(), await seatEntriesRead(stage)];
  const own = riseOf(DATABASE_READS, before, after);
  const sellers = parseSamples(written.metrics).get(DATABASE_READS) ?? 0;
  const per10000 = (queries: number) => (queries / Math.max(1, reads.latenciesMs.length)) * READS;
  return {
    title: "Reading 50,000 seats for 20 s while another process sells",
    columns: [""],
    rows: [
      { measure: "reads answered", cells: [reads.latenciesMs.length] },
      { measure: "reads failed", cells: [reads.failures] },
      { measure: "reads/s", cells: [perSecond(reads)] },
      ...latencyRows("read", reads),
      { measure: "holds made", cells: [written.latenciesMs.length] },
      { measure: "holds refused, failed or not begun in time", cells: [written.failures + written.unsent] },
      { measure: "holds/s", cells: [perSecond(written)] },
      ...latencyRows("hold", written),
      { measure: "availability queries, by the server", cells: [own] },
      { measure: "availability queries, by the seller", cells: [sellers] },
      { measure: "both, for each 10,000 reads", cells: [per10000(own + sellers)] },
      {
        measure: "as the database counts: seats looked up, in halls",
        cells: [(entriesAfter - entriesBefore) / seatCount],
      },
    ],
  };
}

const latencyRows = (of: string, { latenciesMs }: Pick<LoadResult, "latenciesMs">) => {
  const { p50, p99 } = percentilesOf(latenciesMs);
  return [
    { measure: `${of}, p50 ms`, cells: [p50] },
    { measure: `${of}, p99 ms`, cells: [p99] },
  ];
};

async function startWriter({ databaseUrl, redisUrl, logDir }: Stage, scheduleId: string): Promise<WriterReport> {
  const file = join(logDir, "writer.log");
  const args = ["--import", "tsx", "bench/availability/writer.ts", scheduleId, HOLDS_PER_SECOND, FOR_MS].map(String);
  const { exited } = startChild({
    name: "The seller",
    command: process.execPath,
    args,
    env: testEnvironment({ databaseUrl, redisUrl }),
    output: { file },
  });
  const { code } = await exited;
  const last = readFileSync(file, "utf8").trimEnd().split("\n").at(-1) ?? "";
  if (code !== 0) throw new Failure(`The seller ended with ${code}: ${last}`);
  return JSON.parse(last) as WriterReport;
}

/** Entries read of the index in whose order a whole hall is read; a hold reads one or two of them. */
async function seatEntriesRead({ db }: Stage): Promise<number> {
  const [row] = await db.execute<{ entries: number }>(sql`
    select idx_tup_read::float8 as entries from pg_stat_user_indexes where indexrelname = 'tickets_seat_unique'`);
  return row?.entries ?? 0;
}
