import { randomUUID } from "node:crypto";
import { describe, expect, inject, it, onTestFinished } from "vitest";
import { env } from "@/lib/env";
import { absentRedis, testRedis } from "@/lib/testing/redis";
import { aRedisServer } from "@/lib/testing/redis-server";
import { anUpstashDoor } from "@/lib/testing/upstash-door";
import { openRedis } from "./client";
import { type GuardedRedis, guardRedis } from "./guarded";
import { createRateLimiter, type RateLimiter } from "./rate-limiter";

const redis = testRedis();
const RULE = { name: "test", max: 50, windowSeconds: 60 };

const countMany = async (limiters: readonly RateLimiter[], key: string, times: number) => {
  const counts = await Promise.all(Array.from({ length: times }, (_, i) => limiters[i % limiters.length]?.count(key)));
  return counts.filter((count) => count?.isAllowed).length;
};

/** The same Redis as another process has it: over a connection of its own. */
function anotherProcess() {
  const handle = openRedis({ ...env, UPSTASH_REDIS_REST_URL: undefined, REDIS_URL: inject("redisUrl") });
  onTestFinished(() => handle?.close());
  return guardRedis(handle?.redis ?? null);
}

describe("createRateLimiter", () => {
  it("allows exactly as many as there may be of 200 at once", async () => {
    expect(await countMany([createRateLimiter(redis, RULE)], randomUUID(), 200)).toBe(50);
  });

  // The control: the same crowd before a counter that is read first and written then.
  it("would allow too many if reading and writing were two steps", async () => {
    const key = `rate:control:${randomUUID()}`;
    const countInTwoSteps = async () => {
      const counted = (await redis.try((client) => client.get<number>(key)))?.value ?? 0;
      await redis.try((client) => client.set(key, counted + 1, { ex: 60 }));
      return counted < 50;
    };
    const allowed = await Promise.all(Array.from({ length: 200 }, countInTwoSteps));

    expect(allowed.filter(Boolean).length).toBeGreaterThan(50);
  });

  it("counts for two processes together", async () => {
    const limiters = [createRateLimiter(redis, RULE), createRateLimiter(anotherProcess(), RULE)];

    expect(await countMany(limiters, randomUUID(), 200)).toBe(50);
  });

  // The control: what two processes allow that do not count in one place.
  it("allows each process its own when there is no Redis, and never without limit", async () => {
    const limiters = [createRateLimiter(absentRedis, RULE), createRateLimiter(absentRedis, RULE)];

    expect(await countMany(limiters, randomUUID(), 200)).toBe(100);
  });

  it("counts down, and tells when the window closes by Redis's clock", async () => {
    const limiter = createRateLimiter(redis, { ...RULE, max: 3 });
    const key = randomUUID();

    const counts = [];
    for (let i = 0; i < 4; i++) counts.push(await limiter.count(key));
    const pttl = await redis.try((client) => client.pttl(`rate:test:${key}`));

    expect(counts.map(({ isAllowed, remaining }) => [isAllowed, remaining])).toEqual([
      [true, 2],
      [true, 1],
      [true, 0],
      [false, 0],
    ]);
    for (const { resetMs } of counts) {
      expect(resetMs).toBeLessThanOrEqual(60_000);
      expect(resetMs).toBeGreaterThanOrEqual(pttl?.value ?? 0);
    }
  });

  it("asks Redis no more about a key that it knows to be over its limit", async () => {
    let asked = 0;
    const counting: GuardedRedis = {
      ...redis,
      try: (call) => {
        asked += 1;
        return redis.try(call);
      },
    };
    const limiter = createRateLimiter(counting, { ...RULE, max: 2 });
    const key = randomUUID();
    for (let i = 0; i < 100; i++) await limiter.count(key);

    expect(asked).toBe(2);
  });

  it("keeps one key's count apart from another's, and one rule's from another's", async () => {
    const [key, other] = [randomUUID(), randomUUID()];
    await countMany([createRateLimiter(redis, RULE)], key, 60);

    expect(await countMany([createRateLimiter(redis, RULE)], other, 60)).toBe(50);
    expect(await countMany([createRateLimiter(redis, { ...RULE, name: "other" })], key, 60)).toBe(50);
  });

  it("opens a new window once the last has closed", async () => {
    const limiter = createRateLimiter(redis, { ...RULE, max: 1, windowSeconds: 1 });
    const key = randomUUID();
    await limiter.count(key);
    const { isAllowed, resetMs } = await limiter.count(key);

    await new Promise((resolve) => setTimeout(resolve, resetMs + 5));

    expect([isAllowed, (await limiter.count(key)).isAllowed]).toEqual([false, true]);
  });

  it("counts through Upstash's door as through Redis's own", async () => {
    const door = await anUpstashDoor();
    const over = openRedis({ ...env, UPSTASH_REDIS_REST_URL: door.url, UPSTASH_REDIS_REST_TOKEN: door.token });
    const rule = { ...RULE, max: 4 };
    const limiters = [createRateLimiter(guardRedis(over?.redis ?? null), rule), createRateLimiter(redis, rule)];
    const key = randomUUID();

    const allowed = [];
    for (let i = 0; i < 6; i++) allowed.push((await limiters[i % 2]?.count(key))?.isAllowed);

    expect(allowed).toEqual([true, true, true, true, false, false]);
  });

  it("goes on counting by itself when Redis dies, and together again when it is back", async () => {
    const own = await aRedisServer();
    const limiter = createRateLimiter(own.guarded, RULE);
    await limiter.count(randomUUID());
    await own.kill();

    expect(await countMany([limiter], randomUUID(), 200)).toBe(50);

    await own.start();
    const key = randomUUID();
    const isCountedInRedis = async () => {
      await limiter.count(key);
      return own.raw.exists(`rate:test:${key}`).catch(() => 0);
    };
    // The breaker tries again every two seconds.
    await expect.poll(isCountedInRedis, { timeout: 30_000, interval: 500 }).toBe(1);
  });
});
