import { type LoadResult, sendAtRate } from "@/bench/harness/load";
import { freeSeats, someFans } from "@/bench/harness/seed";
import { openDatabase } from "@/lib/db/client";
import { env } from "@/lib/env";
import { registry } from "@/lib/ops/metrics";
import { openRedis } from "@/lib/redis/client";
import { guardRedis } from "@/lib/redis/guarded";
import { holdSeatsSafely } from "@/lib/sales/hold";

// A second process of the sale: holds seats one by one at a fixed rate and prints a WriterReport.
// Its arguments: schedule, holds a second, for how many ms.

/** `latenciesMs` of the holds that came to be. `metrics` is what this process says of itself. */
export type WriterReport = LoadResult & { metrics: string };

const SEATS_PER_FAN = 4;
const POOL_MAX = 6;

const [scheduleId = "", perSecond = "", forMs = ""] = process.argv.slice(2);
const db = openDatabase(env.DATABASE_URL ?? "", { poolMax: POOL_MAX, name: "rowlock-bench-writer" });
const redis = openRedis(env);
const services = { db, readDb: db, redis: guardRedis(redis?.redis ?? null) };
const load = { perSecond: Number(perSecond), forMs: Number(forMs) };
const fans = await someFans(db, Math.ceil((load.perSecond * load.forMs) / 1_000 / SEATS_PER_FAN));

const seats = await freeSeats(db, scheduleId);

const result = await sendAtRate(load, async (i) => {
  const [fan, seat] = [fans[Math.floor(i / SEATS_PER_FAN)], seats[i]];
  if (fan && seat !== undefined) await holdSeatsSafely(services, fan, { scheduleId, seatIndexes: [seat] });
});
const report: WriterReport = { ...result, metrics: await registry.metrics() };
console.log(JSON.stringify(report));
await redis?.close();
await db.$client.end();
