import { audit } from "@/lib/audit/audit";
import type { Db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { AppError } from "@/lib/kernel/errors";
import { openRedis, type RedisHandle } from "@/lib/redis/client";
import { guardRedis } from "@/lib/redis/guarded";
import { createBookingSafely } from "@/lib/sales/book";
import { bookWithoutLock, removeGuard } from "./demo/book-without-lock";
import { findOrStartServices } from "./demo/demo-services";
import { type Contender, gatherFans } from "./demo/one-seat";
import { formatRaces, type RaceResult, tally } from "./demo/race-report";
import { makeScratchDatabase, type ScratchDatabase } from "./demo/scratch-database";
import { printFailure } from "./failure";
import { step } from "./steps";

const CROWDS = [5, 100] as const;
const WARM_UP_FANS = 20;

/** `npm run demo:race`: the same crowd wants the same seat, without the lock and with it; exits 1 unless the lock held. */
async function main(): Promise<boolean> {
  const cleanUps: (() => Promise<void>)[] = [];
  const cleanUp = async () => {
    for (const undo of cleanUps.splice(0)) await undo();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void cleanUp().finally(() => process.exit(130)));
  }
  try {
    console.log("");
    const services = await step("Services", async (note) => {
      const found = await findOrStartServices();
      note(`PostgreSQL at ${new URL(found.databaseUrl).host}, ${describeRedis(found.redisUrl)}`);
      return found;
    });
    cleanUps.unshift(services.stop);
    const [without, withLock] = await step("Two scratch databases", async () => {
      const made: [ScratchDatabase, ScratchDatabase] = [
        await makeScratchDatabase(services.databaseUrl),
        await makeScratchDatabase(services.databaseUrl),
      ];
      cleanUps.unshift(made[0].drop, made[1].drop);
      await removeGuard(made[0].db);
      return made;
    });
    const redis = openRedis(services.redisUrl ? { ...env, REDIS_URL: services.redisUrl } : env);
    if (redis) cleanUps.unshift(redis.close);
    return await runRaces(without.db, withLock.db, redis);
  } finally {
    await cleanUp();
  }
}

async function runRaces(without: Db, withLock: Db, redis: RedisHandle | null): Promise<boolean> {
  const services = { db: withLock, readDb: withLock, redis: guardRedis(redis?.redis ?? null) };
  await services.redis.try((client) => client.ping());
  const raceWithout = (fans: number) => race(without, fans, ({ fan, input }) => bookWithoutLock(without, fan, input));
  const raceWith = (fans: number) =>
    race(withLock, fans, ({ fan, input }) => createBookingSafely(services, fan, input));
  // Code that has never run is slow; neither side should be measured on that.
  await raceWithout(WARM_UP_FANS);
  await raceWith(WARM_UP_FANS);

  let isProven = true;
  for (const fans of CROWDS) {
    const unsafe = await raceWithout(fans);
    const safe = await raceWith(fans);
    for (const line of formatRaces(fans, unsafe, safe)) console.log(line);
    isProven &&= safe.successes === 1 && Object.keys(safe.violations).length === 0 && unsafe.successes > 1;
  }
  console.log(
    isProven ? "\n  With the lock the seat was booked once, each time.\n" : "\n  NOT PROVEN: see the figures above.\n",
  );
  return isProven;
}

/** Lets a fresh crowd loose on a fresh seat, all in the same tick, and audits what is left. */
async function race(db: Db, fans: number, book: (contender: Contender) => Promise<unknown>): Promise<RaceResult> {
  const contenders = await gatherFans(db, fans);
  const scheduleIds = contenders.slice(0, 1).map(({ input }) => input.scheduleId);
  const startedAt = performance.now();
  const settled = await Promise.allSettled(contenders.map(book));
  const elapsedMs = performance.now() - startedAt;

  const reasons = settled.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
  const violations = await audit(db, { scheduleIds });
  return {
    requests: fans,
    successes: fans - reasons.length,
    refusals: tally(reasons.map((reason) => (reason instanceof AppError ? reason.code : String(reason)))),
    elapsedMs,
    violations: tally(violations.map(({ rule }) => rule)),
  };
}

function describeRedis(redisUrl: string | null): string {
  if (env.UPSTASH_REDIS_REST_URL) return "Upstash Redis";
  if (redisUrl) return `Redis at ${new URL(redisUrl).host}`;
  return env.REDIS_HOST ? `Redis at ${env.REDIS_HOST}` : "no Redis: the database lock alone";
}

main().then(
  (isProven) => {
    process.exitCode = isProven ? 0 : 1;
  },
  (error: unknown) => {
    printFailure(error);
    process.exitCode = 1;
  },
);
