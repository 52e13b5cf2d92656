import type { GuardedRedis } from "@/lib/redis/guarded";

type Wake = (scheduleId: string) => void;

// A process may hold several copies of this module, one for each kind of entry that was bundled; they
// must hear each other. By Redis handle, of which a process has one, so that tests can be two processes.
const kept: typeof globalThis & { rowlockWakes?: WeakMap<GuardedRedis, Set<Wake>> } = globalThis;

function wakesOf(redis: GuardedRedis): Set<Wake> {
  kept.rowlockWakes ??= new WeakMap();
  const wakes = kept.rowlockWakes.get(redis) ?? new Set();
  kept.rowlockWakes.set(redis, wakes);
  return wakes;
}

/** Tells this process's watchers that a schedule has changed. Call it after the commit. Never throws, waits for nothing. */
export function wakeWatchers(redis: GuardedRedis, scheduleId: string): void {
  for (const wake of wakesOf(redis)) wake(scheduleId);
}

/** Calls `wake` for each change made in this process. @returns how to stop that. */
export function onWake(redis: GuardedRedis, wake: Wake): () => void {
  const wakes = wakesOf(redis);
  wakes.add(wake);
  return () => wakes.delete(wake);
}
