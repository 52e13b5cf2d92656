import type { Actor } from "@/lib/kernel/actor";
import { AppError } from "@/lib/kernel/errors";
import type { GuardedRedis } from "@/lib/redis/guarded";
import { createRateLimiter, type RateCount, type RateLimiter } from "@/lib/redis/rate-limiter";
import { settings } from "@/lib/settings";

const SECOND_MS = 1_000;

export type Limits = { perUserMax: number; perAddressMax: number; windowSeconds: number };

/** Counts the requests of users, and of addresses whose user is not known. */
export type RequestLimiter = { user: RateLimiter; address: RateLimiter };

export function createRequestLimiter(redis: GuardedRedis, limits: Limits = settings.requests): RequestLimiter {
  const { perUserMax, perAddressMax, windowSeconds } = limits;
  return {
    user: createRateLimiter(redis, { name: "user", max: perUserMax, windowSeconds }),
    address: createRateLimiter(redis, { name: "address", max: perAddressMax, windowSeconds }),
  };
}

/** Of one request: counts it once, and says on its answer how things stand. */
export type Meter = {
  /**
   * Counts the request to whom `identify` finds, else to its address, also when it is refused there.
   *
   * @throws AppError `too_many_requests`; whatever `identify` throws.
   */
  admit(identify: () => Promise<Actor | null>): Promise<Actor | null>;
  mark(response: Response): Response;
};

export function openMeter(limiter: RequestLimiter, address: string): Meter {
  let counted: { rule: RateLimiter; count: RateCount } | undefined;

  async function countTo(actor: Actor | null): Promise<void> {
    const rule = actor ? limiter.user : limiter.address;
    const count = await rule.count(actor?.userId ?? address);
    counted = { rule, count };
    if (!count.isAllowed) throw new AppError("too_many_requests", { retryAfterSeconds: secondsOf(count) });
  }

  return {
    async admit(identify) {
      const actor = await identify().catch(async (refusal: unknown) => {
        await countTo(null);
        throw refusal;
      });
      await countTo(actor);
      return actor;
    },
    mark(response) {
      if (!counted) return response;
      const { rule, count } = counted;
      response.headers.set("RateLimit-Limit", String(rule.max));
      response.headers.set("RateLimit-Remaining", String(count.remaining));
      response.headers.set("RateLimit-Reset", String(secondsOf(count)));
      response.headers.set("RateLimit-Policy", `${rule.max};w=${rule.windowSeconds}`);
      return response;
    },
  };
}

/** Whole seconds, rounded up: who waits so long is not refused again for the same window. */
const secondsOf = ({ resetMs }: RateCount) => Math.max(1, Math.ceil(resetMs / SECOND_MS));
