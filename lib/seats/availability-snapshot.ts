import { randomUUID } from "node:crypto";
import { changeChannel } from "@/lib/redis/change-feed";
import type { GuardedRedis } from "@/lib/redis/guarded";
import type { Availability } from "./availability";
import { type PackedAvailability, packAvailability, unpackAvailability } from "./availability-wire";

/** Longer than any rebuild, so that a rebuild never finds its own generation gone while it runs. */
const GENERATION_TTL_MS = 3_600_000;

const keysOf = (scheduleId: string) => [
  `availability:{${scheduleId}}:snapshot`,
  `availability:{${scheduleId}}:generation`,
];

/** The snapshot, or the generation under which a new one may be stored. */
const FIND = `
local snapshot = redis.call('GET', KEYS[1])
if snapshot then return {snapshot, false} end
redis.call('SET', KEYS[2], ARGV[1], 'NX', 'PX', ARGV[2])
return {false, redis.call('GET', KEYS[2])}
`;

/** Stores a snapshot only if no write has come since its generation was read: a slow rebuild never hides a newer sale. */
const STORE = `
if redis.call('GET', KEYS[2]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
return 1
`;

const FORGET = `
redis.call('SET', KEYS[2], ARGV[1], 'PX', ARGV[2])
redis.call('DEL', KEYS[1])
return redis.call('PUBLISH', ARGV[3], '')
`;

/**
 * A generation is a random mark rather than a number that counts: after Redis was emptied, a number
 * would begin again and could meet the one that an old rebuild still carries.
 */
const newGeneration = () => `g-${randomUUID()}`;

/** `null` when Redis gave no answer; else the snapshot, or the generation to rebuild under. */
export async function findSnapshot(
  redis: GuardedRedis,
  scheduleId: string,
): Promise<{ snapshot: Availability | null; generation: string | null } | null> {
  const answer = await redis.try((client) =>
    client.eval<string[], [PackedAvailability | null, string | null]>(FIND, keysOf(scheduleId), [
      newGeneration(),
      String(GENERATION_TTL_MS),
    ]),
  );
  if (answer === null) return null;
  const [packed, generation] = answer.value;
  return { snapshot: packed && unpackAvailability(packed), generation };
}

/** Keeps `availability` for `ttlMs`, unless a newer write has made it stale. */
export async function storeSnapshot(
  redis: GuardedRedis,
  { availability, generation, ttlMs }: { availability: Availability; generation: string; ttlMs: number },
): Promise<void> {
  await redis.try((client) =>
    client.eval<string[], number>(STORE, keysOf(availability.scheduleId), [
      generation,
      JSON.stringify(packAvailability(availability)),
      String(Math.floor(ttlMs)),
    ]),
  );
}

/** Drops the snapshot and begins a new generation. False when Redis gave no answer. */
export async function forgetSnapshot(redis: GuardedRedis, scheduleId: string): Promise<boolean> {
  const answer = await redis.try((client) =>
    client.eval<string[], number>(FORGET, keysOf(scheduleId), [
      newGeneration(),
      String(GENERATION_TTL_MS),
      changeChannel(scheduleId),
    ]),
  );
  return answer !== null;
}
