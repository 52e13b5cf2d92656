import { randomUUID } from "node:crypto";
import { AppError, type ErrorCode } from "@/lib/kernel/errors";
import { lockAttempts } from "@/lib/ops/metrics";
import type { GuardedRedis } from "./guarded";

/**
 * All keys or none. A key of the same person (the part of the value before the colon) may be taken
 * over: a double click, or a hold that goes on to a booking. Answers the first key that somebody
 * else has, or "" when all are ours.
 */
const ACQUIRE = `
for _, key in ipairs(KEYS) do
  local value = redis.call('GET', key)
  if value and string.match(value, '^(.-):') ~= ARGV[1] then return key end
end
for _, key in ipairs(KEYS) do
  redis.call('SET', key, ARGV[1] .. ':' .. ARGV[2], 'PX', ARGV[3])
end
return ''
`;

/** Compare-and-delete: only the value that took the lock may give it back. */
const RELEASE = `
local released = 0
for _, key in ipairs(KEYS) do
  if redis.call('GET', key) == ARGV[1] then released = released + redis.call('DEL', key) end
end
return released
`;

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
 * contain the commit.
 *
 * @throws AppError `refusal` when somebody else has one of the keys; `work` has not run. Whatever `work` throws.
 */
export async function withLock<T>(redis: GuardedRedis, request: LockRequest, work: () => Promise<T>): Promise<T> {
  const fence = randomUUID();
  const keys = [...request.keys];
  const answer = await redis.try((client) =>
    client.eval<string[], string>(ACQUIRE, keys, [request.ownerId, fence, String(request.leaseMs)]),
  );
  lockAttempts.inc({
    kind: request.kind,
    outcome: answer === null ? "skipped" : answer.value === "" ? "acquired" : "refused",
  });
  if (answer !== null && answer.value !== "") throw new AppError(request.refusal, { lock: "busy" });

  try {
    return await work();
  } finally {
    // An unanswered attempt may still have reached Redis, so the release is sent in either case.
    await redis.try((client) => client.eval<string[], number>(RELEASE, keys, [`${request.ownerId}:${fence}`]));
  }
}
