import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { onTestFinished } from "vitest";
import { env } from "@/lib/env";
import { openRedis, type RedisHandle } from "@/lib/redis/client";
import { type GuardedRedis, guardRedis } from "@/lib/redis/guarded";

/** A Redis of the test's own, to be stopped, frozen and started again at will. */
export type OwnRedis = {
  /** As the application sees it: breaker and all. */
  guarded: GuardedRedis;
  url: string;
  /** The same connection without the breaker, to look at what happened. */
  raw: RedisHandle["redis"];
  /** Ends the server; whatever it knew is gone. */
  kill(): Promise<void>;
  /** Starts it again, empty, on the same port. */
  start(): Promise<void>;
  /** Freezes it: connections stay open, nothing answers. */
  freeze(): void;
  thaw(): void;
};

/** Starts a `redis-server` on a free port. Ends with the test. */
export async function aRedisServer(): Promise<OwnRedis> {
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let server = await startServer(port);
  const handle = openRedis({ ...env, UPSTASH_REDIS_REST_URL: undefined, REDIS_URL: url });
  if (!handle) throw new Error("REDIS_URL is set, so a Redis opens");

  const kill = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const exited = once(server, "exit");
    server.kill("SIGKILL");
    await exited;
  };
  onTestFinished(async () => {
    await handle.close();
    await kill();
  });
  return {
    url,
    guarded: guardRedis(handle.redis),
    raw: handle.redis,
    kill,
    start: async () => {
      server = await startServer(port);
    },
    freeze: () => server.kill("SIGSTOP"),
    thaw: () => server.kill("SIGCONT"),
  };
}

async function startServer(port: number): Promise<ChildProcess> {
  const quiet = ["--save", "", "--appendonly", "no", "--bind", "127.0.0.1"];
  const server = spawn("redis-server", ["--port", String(port), ...quiet], { stdio: ["ignore", "pipe", "ignore"] });
  for await (const chunk of server.stdout ?? []) {
    if (String(chunk).includes("Ready to accept connections")) break;
  }
  if (server.exitCode !== null) throw new Error(`redis-server ended with ${server.exitCode}`);
  return server;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("A listening socket has a port");
  return address.port;
}
