import { setTimeout as sleep } from "node:timers/promises";
import { percentilesOf } from "@/bench/harness/percentiles";
import type { Table } from "@/bench/harness/scenario";
import { freeSeats, someFans } from "@/bench/harness/seed";
import type { Stage } from "@/bench/harness/stage";
import { openCrowd } from "@/bench/watchers";
import { holdSeatsSafely } from "@/lib/sales/hold";

const WATCHERS = 1_000;
const CHANGES = 20;
const PAUSE_MS = 250;
/** From here on no other measurement of the hall takes seats. */
const FIRST_SEAT = 30_000;
const HELD = 1;
const KIB = 1_024;
/** Of the process that serves the API. */
const MEMORY = {
  all: 'process_resident_memory_bytes{process="api"}',
  heap: 'nodejs_heap_size_used_bytes{process="api"}',
} as const;
const LOOKS = 12;

/** A thousand open seat maps of one hall, through one process, while another holds seats. */
export async function measureWatching(stage: Stage, scheduleId: string): Promise<Table> {
  const services = { db: stage.db, readDb: stage.db, redis: stage.redis };
  const fans = await someFans(stage.db, CHANGES);
  const before = await leastMemory(stage);
  const crowd = await openCrowd({ baseUrl: stage.baseUrl, scheduleId, count: WATCHERS });
  const opened = await leastMemory(stage);
  const [heardMs, holdMs]: [number[], number[]] = [[], []];
  const bytesBefore = crowd.bytes();
  const seats = await freeSeats(stage.db, scheduleId, FIRST_SEAT);
  for (const [i, fan] of fans.entries()) {
    const seat = seats[i] ?? -1;
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
  const perWatcher = (key: keyof typeof MEMORY) => (opened[key] - before[key]) / WATCHERS / KIB;
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
      { measure: "memory of the server for each map, KB", cells: [perWatcher("all")] },
      { measure: "of which JavaScript heap, KB", cells: [perWatcher("heap")] },
    ],
  };
}

/** The least of several looks: what is left when the collector has just been by. */
async function leastMemory(stage: Stage): Promise<Record<keyof typeof MEMORY, number>> {
  const least = { all: Number.POSITIVE_INFINITY, heap: Number.POSITIVE_INFINITY };
  for (let look = 0; look < LOOKS; look++) {
    const samples = await stage.readMetrics();
    least.all = Math.min(least.all, samples.get(MEMORY.all) ?? 0);
    least.heap = Math.min(least.heap, samples.get(MEMORY.heap) ?? 0);
    await sleep(PAUSE_MS);
  }
  return least;
}
