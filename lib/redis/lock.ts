import { randomUUID } from "node:crypto";
import type { Redis } from "@upstash/redis";
import { AppError, type ErrorCode, type ErrorDetails } from "@/lib/kernel/errors";
import { lockAttempts } from "@/lib/ops/metrics";
import type { GuardedRedis } from "./guarded";
import { defineScript, runScript } from "./script";

/**
 * All keys or none. A key of the same person (the part of the value before the colon) may be taken
 * over: a double click, or a hold that goes on to a booking. Answers the keys that somebody else
 * has: none, when all are ours.
 */
const ACQUIRE = defineScript(`
local taken = {}
for _, key in ipairs(KEYS) do
  local value = redis.call('GET', key)
  if value and string.match(value, '^(.-):') ~= ARGV[1] then table.insert(taken, key) end
end
if #taken > 0 then return taken end
for _, key in ipairs(KEYS) do
  redis.call('SET', key, ARGV[2], 'PX', ARGV[3])
end
return taken
`);

/** Compare-and-delete: only the value that took the lock may give it back. */
const RELEASE = defineScript(`
local released = 0
for _, key in ipairs(KEYS) do
  if redis.call('GET', key) == ARGV[1] then released = released + redis.call('DEL', key) end
end
return released
`);

export type LockKind = "seat" | "payment" | "point" | "scheduler";

type LockRequest = {
  kind: LockKind;
  /** All on one Redis Cluster slot: one schedule's seats share its braces. */
  keys: readonly string[];
  /** Who asks; a person may re-enter their own lock. */
  ownerId: string;
  leaseMs: number;
  /** Thrown when somebody else has one of the keys. */
  refusal: ErrorCode;
  /** What the refusal tells of the keys that somebody else has. */
  refusalDetails?: (takenKeys: readonly string[]) => ErrorDetails;
};

/** The keys of every lock in Rowlock. */
export const lockKeys = {
  seat: (scheduleId: string, ticketId: number) => `seat_lock:{${scheduleId}}:${ticketId}`,
  payment: (bookingId: string) => `payment_lock:${bookingId}`,
  point: (userId: string) => `point_lock:${userId}`,
  scheduler: (job: string) => `scheduler_lock:${job}`,
};

/**
 * Runs `work` under a Redis lock that thins the crowd: whoever finds it taken is refused at once,
 * without a database connection. It is not what makes the sale correct: with Redis away `work` runs
 * all the same, under the database's own locks. Released once `work` has settled, so `work` must
 * contain the commit. `tell` is for telling Redis what `work` has committed; it is sent ahead of the
 * release, in the same burst, and must not throw.
 *
 * @throws AppError `refusal` when somebody else has one of the keys; `work` has not run. Whatever `work` throws.
 */
export async function withLock<T>(
  redis: GuardedRedis,
  request: LockRequest,
  work: () => Promise<T>,
  tell: (result: T) => Promise<void> = async () => {},
): Promise<T> {
  const value = `${request.ownerId}:${randomUUID()}`;
  const answer = await acquire(redis, request, value);
  const outcome = answer.taken === null ? "skipped" : answer.taken.length === 0 ? "acquired" : "refused";
  lockAttempts.inc({ kind: request.kind, outcome });
  if (answer.taken && answer.taken.length > 0) {
    throw new AppError(request.refusal, request.refusalDetails?.(answer.taken) ?? {});
  }

  const giveBack = async () => {
    if (answer.sent) await release(redis, request.keys, { value, isAnswered: answer.taken !== null });
  };
  const result = await work().catch(async (error: unknown) => {
    await giveBack();
    throw error;
  });
  // In this order on one connection: whoever gets the lock next finds told what has changed.
  await Promise.all([tell(result), giveBack()]);
  return result;
}

/** `taken` is null when Redis gave no answer; `sent` says whether it may have heard us all the same. */
async function acquire(redis: GuardedRedis, request: LockRequest, value: string) {
  let sent = false;
  const answer = await redis.try((client) => {
    sent = true;
    return runScript<string[]>(client, ACQUIRE, request.keys, [request.ownerId, value, String(request.leaseMs)]);
  });
  return { sent, taken: answer?.value ?? null };
}

/**
 * Gives the keys back. An attempt without an answer may still be carried out when Redis wakes up, so
 * its release is sent after it; nobody waits for that, and an open breaker does not keep it back.
 */
async function release(
  redis: GuardedRedis,
  keys: readonly string[],
  { value, isAnswered }: { value: string; isAnswered: boolean },
): Promise<void> {
  let sent = false;
  const call = (client: Redis) => {
    sent = true;
    return runScript<number>(client, RELEASE, keys, [value]);
  };
  if (isAnswered) await redis.try(call);
  if (!sent) redis.send(call);
}
