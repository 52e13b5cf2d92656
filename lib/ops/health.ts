import { sql } from "drizzle-orm";
import type { Services } from "@/lib/services";

export type Health = {
  /** True when a seat can be sold now. Redis is not needed for that. */
  canSell: boolean;
  database: { up: boolean; latencyMs: number };
  redis: { state: "absent" | "closed" | "open" | "half_open"; up: boolean; latencyMs: number };
};

/** Asks the database and Redis for a sign of life. Never throws. */
export async function checkHealth({ db, redis }: Pick<Services, "db" | "redis">): Promise<Health> {
  const [database, cache] = await Promise.all([
    timed(() =>
      db.execute(sql`select 1 from tickets limit 1`).then(
        () => true,
        () => false,
      ),
    ),
    timed(() => redis.try((client) => client.ping()).then((answer) => answer !== null)),
  ]);
  return { canSell: database.up, database, redis: { state: redis.state(), ...cache } };
}

async function timed(probe: () => Promise<boolean>): Promise<{ up: boolean; latencyMs: number }> {
  const startedMs = performance.now();
  const up = await probe();
  return { up, latencyMs: Math.round(performance.now() - startedMs) };
}
