import { Redis } from "@upstash/redis";
import { Redis as Connection, type RedisOptions } from "ioredis";
import type { Env } from "@/lib/env";

const CONNECT_TIMEOUT_MS = 1_000;
const RECONNECT_DELAY_MAX_MS = 2_000;

/** A Redis by whichever door the environment names, and how to close it. */
export type RedisHandle = { redis: Redis; close: () => Promise<void> };

/**
 * Opens Redis as configured: Upstash over HTTP, else a plain server over its own protocol, else
 * `null` (sales then run on the database lock alone). One client API either way.
 */
export function openRedis(env: Env): RedisHandle | null {
  if (env.UPSTASH_REDIS_REST_URL && env.UPSTASH_REDIS_REST_TOKEN) {
    const redis = new Redis({
      url: env.UPSTASH_REDIS_REST_URL,
      token: env.UPSTASH_REDIS_REST_TOKEN,
      enableTelemetry: false,
      retry: false,
    });
    return { redis, close: async () => {} };
  }
  const connection = connectPlainRedis(env, CONNECTION_OPTIONS);
  return connection && openPlainRedis(connection);
}

/** A connection to the plain server that the environment names; `null` when it names none, or Upstash. */
export function connectPlainRedis(env: Env, options: RedisOptions): Connection | null {
  if (env.UPSTASH_REDIS_REST_URL && env.UPSTASH_REDIS_REST_TOKEN) return null;
  if (env.REDIS_URL) return new Connection(env.REDIS_URL, options);
  if (!env.REDIS_HOST) return null;
  const { REDIS_HOST: host, REDIS_PORT: port, REDIS_DB: db, REDIS_PASSWORD: password } = env;
  return new Connection({ ...options, host, port, db, ...(password ? { password } : {}) });
}

// A command that cannot be answered now must fail now: the circuit breaker and the database take over.
const CONNECTION_OPTIONS = {
  lazyConnect: true,
  enableOfflineQueue: true,
  enableAutoPipelining: true,
  maxRetriesPerRequest: 0,
  connectTimeout: CONNECT_TIMEOUT_MS,
  retryStrategy: (attempt: number) => Math.min(attempt * 100, RECONNECT_DELAY_MAX_MS),
} as const;

type Command = [name: string, ...args: string[]];

/** Speaks the Upstash client's language to a plain Redis or Valkey server. */
function openPlainRedis(connection: Connection): RedisHandle {
  // Without a listener an unreachable server would end the process; the breaker reports it instead.
  connection.on("error", () => {});
  const send = ([name, ...args]: Command) => connection.call(name, ...args);

  const redis = new Redis({
    request: async <T>({ path, body }: { path?: string[]; body?: unknown }) => {
      const batch = path?.[0];
      if (batch === undefined) return { result: (await send(body as Command)) as T };
      if (batch === "pipeline") {
        const answers = await Promise.all((body as Command[]).map(send));
        return answers.map((result) => ({ result })) as never;
      }
      throw new Error(`The plain Redis door does not speak ${batch}`);
    },
  });
  return { redis, close: async () => connection.disconnect() };
}
