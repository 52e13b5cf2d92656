import { setTimeout as sleep } from "node:timers/promises";
import { percentilesOf } from "@/bench/harness/percentiles";
import { riseOf } from "@/bench/harness/prometheus";
import type { Table } from "@/bench/harness/scenario";
import { someFans } from "@/bench/harness/seed";
import type { Stage } from "@/bench/harness/stage";
import { openCrowd } from "@/bench/watchers";
import { holdSeatsSafely } from "@/lib/sales/hold";

const WATCHERS = 1_000;
const CHANGES = 20;
const PAUSE_MS = 250;
/** Seats that no other measurement of the hall takes, and far enough apart. */
const FIRST_SEAT = 30_000;
const HELD = 1;
const KIB = 1_024;

/** A thousand open seat maps of one hall, through one process, while another holds seats. */
export async function measureWatching(stage: Stage, scheduleId: string): Promise<Table> {
  const services = { db: stage.db, readDb: stage.db, redis: stage.redis };
  const fans = await someFans(stage.db, CHANGES);
  const before = await stage.readMetrics();
  const crowd = await openCrowd({ baseUrl: stage.baseUrl, scheduleId, count: WATCHERS });
  const opened = await stage.readMetrics();
  const [heardMs, holdMs]: [number[], number[]] = [[], []];
  const bytesBefore = crowd.bytes();
  for (const [i, fan] of fans.entries()) {
    const seat = FIRST_SEAT + i;
    const delays = await crowd.hear({ seat, status: HELD }, async () => {
      const startedAt = performance.now();
      await holdSeatsSafely(services, fan, { scheduleId, seatIndexes: [seat] });
      holdMs.push(performance.now() - startedAt);
    });
    // Not spread: a thousand arguments are no way to add to a list.
    for (const delay of delays) heardMs.push(delay);
    await sleep(PAUSE_MS);
  }
  const bytesEach = (crowd.bytes() - bytesBefore) / WATCHERS / CHANGES;
  crowd.close();
  const { p50, p99, max } = percentilesOf(heardMs);
  const perWatcher = (key: string) => riseOf(key, before, opened) / WATCHERS / KIB;
  return {
    title: "1,000 open maps of 50,000 seats, 20 holds by another process",
    columns: [""],
    rows: [
      { measure: "changes heard", cells: [heardMs.length] },
      { measure: "heard after the hold was asked for, p50 ms", cells: [p50] },
      { measure: "p99 ms", cells: [p99] },
      { measure: "the last, ms", cells: [max] },
      { measure: "of which the hold itself, p50 ms", cells: [percentilesOf(holdMs).p50] },
      { measure: "bytes for each map and change", cells: [bytesEach] },
      { measure: "memory of the server for each map, KB", cells: [perWatcher("process_resident_memory_bytes")] },
      { measure: "of which JavaScript heap, KB", cells: [perWatcher("nodejs_heap_size_used_bytes")] },
    ],
  };
}
