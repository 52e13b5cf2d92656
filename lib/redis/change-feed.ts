import type { Env } from "@/lib/env";
import { connectPlainRedis } from "./client";

/** The channel on which the writers of a schedule say that its seats have changed. What they say does not matter. */
export const changeChannel = (scheduleId: string) => `availability:{${scheduleId}}:changed`;

const RETRY_MAX_MS = 2_000;
const CHANNEL = /^availability:\{(.+)\}:changed$/;

/** Hears of changes made in other processes, over a connection of its own. */
export type ChangeFeed = { follow(scheduleId: string): void; unfollow(scheduleId: string): void; close(): void };

/**
 * Subscribes to a plain Redis; `null` where there is none, also with Upstash, which is asked over HTTP.
 * Never throws. A lost connection comes back by itself, with its subscriptions; what was said
 * meanwhile is lost, so `onChange` is called for every schedule that is followed.
 */
export function openChangeFeed(env: Env, onChange: (scheduleId: string) => void): ChangeFeed | null {
  const connection = connectPlainRedis(env, {
    // Each time the server is there, everything is subscribed to anew; until then nothing waits.
    autoResubscribe: false,
    enableOfflineQueue: false,
    maxRetriesPerRequest: null,
    retryStrategy: (attempt) => Math.min(attempt * 100, RETRY_MAX_MS),
  });
  if (connection === null) return null;

  const followed = new Set<string>();
  const subscribe = (scheduleId: string) => {
    connection.subscribe(changeChannel(scheduleId)).catch(() => {});
  };
  connection.on("error", () => {});
  connection.on("ready", () => {
    for (const scheduleId of followed) {
      subscribe(scheduleId);
      onChange(scheduleId);
    }
  });
  connection.on("message", (channel: string) => {
    const scheduleId = CHANNEL.exec(channel)?.[1];
    if (scheduleId !== undefined) onChange(scheduleId);
  });

  return {
    follow(scheduleId) {
      followed.add(scheduleId);
      subscribe(scheduleId);
    },
    unfollow(scheduleId) {
      followed.delete(scheduleId);
      connection.unsubscribe(changeChannel(scheduleId)).catch(() => {});
    },
    close: () => connection.disconnect(),
  };
}
