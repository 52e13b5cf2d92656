import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import type { GuardedRedis } from "./guarded";
import { defineScript, runScript } from "./script";

/** So much of one thing, by whoever a key stands for, in a window that opens with the first. */
export type RateRule = {
  /** Of the counters in Redis: "api", "sign_in". */
  name: string;
  max: number;
  windowSeconds: number;
};

/** How one key stands after one more. */
export type RateCount = {
  /** False when there were too many already, this one not counted. */
  isAllowed: boolean;
  /** How many more there may be. */
  remaining: number;
  /** Milliseconds until the window closes, after which there may be `max` again. */
  resetMs: number;
};

export type RateLimiter = RateRule & { count(key: string): Promise<RateCount> };

/** Counts, and tells when the window closes: by Redis's own clock, so that all processes agree. */
const COUNT = defineScript(`
redis.call('SET', KEYS[1], 0, 'EX', ARGV[2], 'NX')
return { redis.call('INCRBY', KEYS[1], ARGV[1]), redis.call('PTTL', KEYS[1]) }
`);

class RedisAway extends Error {}

/**
 * Counts in Redis, for all processes together and exactly, in one round trip; none for a key that this
 * process knows to be over its limit. While Redis is away each process counts for itself. Never throws.
 */
export function createRateLimiter(redis: GuardedRedis, { name, max, windowSeconds }: RateRule): RateLimiter {
  const rule = { points: max, duration: windowSeconds, keyPrefix: `rate:${name}` };
  const limiter = new RateLimiterRedis({
    ...rule,
    // The library's own word for "count"; through it both doors to Redis, and its breaker, serve.
    storeClient: { rlflxIncr: (args: string[]) => countInRedis(redis, args) },
    inMemoryBlockOnConsumed: max,
    insuranceLimiter: new RateLimiterMemory(rule),
  });

  const count = async (key: string): Promise<RateCount> => {
    try {
      const { remainingPoints, msBeforeNext } = await limiter.consume(key);
      return { isAllowed: true, remaining: remainingPoints, resetMs: msBeforeNext };
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return { isAllowed: false, remaining: 0, resetMs: refusal.msBeforeNext };
    }
  };
  return { name, max, windowSeconds, count };
}

async function countInRedis(redis: GuardedRedis, [key = "", points = "1", seconds = "1"]: string[]) {
  const answer = await redis.try((client) => runScript<[number, number]>(client, COUNT, [key], [points, seconds]));
  if (!answer) throw new RedisAway();
  return answer.value;
}
