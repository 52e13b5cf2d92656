import { createHash } from "node:crypto";
import { AppError } from "@/lib/kernel/errors";
import type { GuardedRedis } from "@/lib/redis/guarded";
import { createRateLimiter, type RateLimiter } from "@/lib/redis/rate-limiter";
import { settings } from "@/lib/settings";

const SECOND_MS = 1_000;

type AttemptLimits = { perEmailMax: number; perAddressMax: number; windowSeconds: number };
export type AttemptLimiter = { email: RateLimiter; address: RateLimiter };
type Attempt = { email: string; address: string };

export function createAttemptLimiter(redis: GuardedRedis, limits: AttemptLimits = settings.signIn): AttemptLimiter {
  const { perEmailMax, perAddressMax, windowSeconds } = limits;
  return {
    email: createRateLimiter(redis, { name: "sign_in_email", max: perEmailMax, windowSeconds }),
    address: createRateLimiter(redis, { name: "sign_in_address", max: perAddressMax, windowSeconds }),
  };
}

// One for each Redis that a process has, which is one.
const limiters = new WeakMap<GuardedRedis, AttemptLimiter>();

/**
 * Counts one attempt to sign in, get a token or sign up, before any password is looked at: to the email,
 * whether or not it has an account, and to the address it comes from.
 *
 * @throws AppError `too_many_requests`, alike for every email.
 */
export async function countAttempt(redis: GuardedRedis, attempt: Attempt, limiter = limiterOf(redis)): Promise<void> {
  const counts = await Promise.all([
    limiter.email.count(nameOf(attempt.email)),
    limiter.address.count(attempt.address),
  ]);
  const refusals = counts.filter(({ isAllowed }) => !isAllowed);
  if (refusals.length === 0) return;
  const resetMs = Math.max(...refusals.map((count) => count.resetMs));
  throw new AppError("too_many_requests", { retryAfterSeconds: Math.max(1, Math.ceil(resetMs / SECOND_MS)) });
}

function limiterOf(redis: GuardedRedis): AttemptLimiter {
  const limiter = limiters.get(redis) ?? createAttemptLimiter(redis);
  limiters.set(redis, limiter);
  return limiter;
}

/** Redis need not know whose emails these are. */
const nameOf = (email: string) => createHash("sha256").update(email.trim().toLowerCase()).digest("base64url");
