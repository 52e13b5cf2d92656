import { perSecond, sendAsFastAsPossible } from "@/bench/harness/load";
import { medianOf } from "@/bench/harness/percentiles";
import type { Row, Table } from "@/bench/harness/scenario";
import { aScheduleOf } from "@/bench/harness/seed";
import type { Stage } from "@/bench/harness/stage";
import { availabilityChanged, readAvailability } from "@/lib/seats/availability";
import { chooseBest } from "@/lib/seats/best-available";
import { readHall } from "@/lib/seats/read-hall";
import { availabilityPath, readOnce } from "./reading";

const SIZES = [1_000, 10_000, 50_000] as const;
const CLIENTS = 16;
const FOR_MS = 3_000;
const REBUILDS = 9;
const CHOICES = 50;
const PARTY = 4;
const NOTHING: ReadonlySet<number> = new Set();

/** What a hall fifty times as large costs. */
export async function measureSize(stage: Stage): Promise<Table> {
  const bySize: Record<string, number>[] = [];
  for (const size of SIZES) bySize.push(await measureOne(stage, await aScheduleOf(stage.db, size)));
  const measures = Object.keys(bySize[0] ?? {});
  const rows = measures.map((measure): Row => {
    const figures = bySize.map((figures) => figures[measure] ?? 0);
    return { measure, cells: [...figures, (figures.at(-1) ?? 0) / (figures[0] || 1)] };
  });
  return { title: "The cost of a larger hall", columns: ["1,000 seats", "10,000", "50,000", "50,000 : 1,000"], rows };
}

async function measureOne(stage: Stage, scheduleId: string): Promise<Record<string, number>> {
  const path = availabilityPath(scheduleId);
  const gzip = { "accept-encoding": "gzip" };
  const [plain, packed] = [await stage.get(path), await stage.get(path, gzip)];
  const reads = await sendAsFastAsPossible({ clients: CLIENTS, forMs: FOR_MS }, () => readOnce(stage, path, gzip, 200));
  const firstHall = await timed(() => readHall(stage.db, scheduleId));
  return {
    "bytes, plain": plain.body.byteLength,
    "bytes, gzip": packed.body.byteLength,
    "most reads/s": perSecond(reads),
    "made anew from the database, ms": await rebuildMs(stage, scheduleId),
    "hall read for best available, once, ms": firstHall,
    "best 4 seats chosen in an empty hall, ms": await choiceMs(stage, scheduleId, isFree),
    "… where only pairs are left, ms": await choiceMs(stage, scheduleId, isOneOfAPair),
    "… where nothing is left, ms": await choiceMs(stage, scheduleId, () => false),
  };
}

async function rebuildMs({ db, redis }: Stage, scheduleId: string): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < REBUILDS; i++) {
    await availabilityChanged(redis, scheduleId);
    times.push(await timed(() => readAvailability({ readDb: db, redis }, scheduleId)));
  }
  return medianOf(times);
}

const isFree = () => true;
const isOneOfAPair = (i: number) => i % 5 < 2;

async function choiceMs(stage: Stage, scheduleId: string, isAvailable: (i: number) => boolean): Promise<number> {
  const hall = await readHall(stage.db, scheduleId);
  const statuses = Array.from(hall.seatIndex, (_, i) => (isAvailable(i) ? "0" : "2")).join("");
  const options = { random: Math.random, spread: 0.03, leavesNoOrphans: hall.leavesNoOrphans };
  const times: number[] = [];
  for (let i = 0; i < CHOICES; i++) {
    times.push(await timed(() => chooseBest(hall, { statuses, excluded: NOTHING }, { count: PARTY }, options)));
  }
  return medianOf(times);
}

async function timed(work: () => unknown): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
