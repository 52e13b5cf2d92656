import { afterAll, inject } from "vitest";
import { env } from "@/lib/env";
import { openRedis } from "@/lib/redis/client";
import { type GuardedRedis, guardRedis } from "@/lib/redis/guarded";

/** The run's Redis through the very door the application uses. Closed when the test file ends. */
export function testRedis(): GuardedRedis {
  const handle = openRedis({ ...env, UPSTASH_REDIS_REST_URL: undefined, REDIS_URL: inject("redisUrl") });
  if (!handle) throw new Error("REDIS_URL is set, so a Redis opens");
  afterAll(() => handle.close());
  return guardRedis(handle.redis);
}

/** A Redis that is not there: what every operation must work without. */
export const absentRedis = guardRedis(null);
