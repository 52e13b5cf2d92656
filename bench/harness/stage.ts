import { Agent } from "node:http";
import { join, resolve } from "node:path";
import { sql } from "drizzle-orm";
import { migrateDatabase } from "@/drizzle/migrate";
import { type Db, openDatabase } from "@/lib/db/client";
import { env } from "@/lib/env";
import { openRedis } from "@/lib/redis/client";
import { type GuardedRedis, guardRedis } from "@/lib/redis/guarded";
import { build, isBuildFresh } from "@/scripts/services/build";
import { findFreePort } from "@/scripts/services/ports";
import { startWebServer } from "@/scripts/services/web-server";
import { step } from "@/scripts/steps";
import { CROWD_LIMITS, TEST_DIST_DIR, testEnvironment } from "@/scripts/testing/test-environment";
import { startThrowawayServices, type Workplace } from "@/scripts/testing/throwaway-services";
import { type Answer, get } from "./http";
import { parentOf } from "./processor-time";
import { parseSamples, type Samples } from "./prometheus";

const POOL_MAX = 10;
const SOCKETS_MAX = 256;

/** One of the two processes that answer the API. */
export type Door = { url: string; pid: number };

/** What a scenario works on: production servers on services of their own, on this machine alone. */
export type Stage = {
  /** The first server; most scenarios know no other. */
  baseUrl: string;
  /** A port for each server. */
  ports: readonly number[];
  /** Of the first server: the front, and Next behind it. */
  doors: { front: Door; pages: Door };
  /** What the servers were started with. */
  environment: NodeJS.ProcessEnv;
  /** Whose processor time is counted as whose, all below them included. */
  pids: { app: readonly number[]; database: number; redis: number };
  databaseUrl: string;
  redisUrl: string;
  /** Doors of the bench's own: to prepare data, and to be a second process of the sale. */
  db: Db;
  redis: GuardedRedis;
  get: (path: string, headers?: Record<string, string>) => Promise<Answer>;
  /** What the server says of itself now. */
  readMetrics: () => Promise<Samples>;
  /** The workplace's folder for what helpers write. */
  logDir: string;
  close: () => Promise<void>;
};

/** Brings up PostgreSQL, Redis and the production build, all on free ports. Its processes stop with this command. */
export async function openStage(
  workplace: Workplace,
  { processes, profileDir }: { processes: number; profileDir: string | undefined },
): Promise<Stage> {
  const { logDir } = workplace;
  const { databaseUrl, redisUrl } = await step("PostgreSQL and Redis", () =>
    startThrowawayServices(workplace, { durable: true }),
  );
  const environment = { ...testEnvironment({ databaseUrl, redisUrl }), ...CROWD_LIMITS };
  await step("Migrations", () => migrateDatabase(databaseUrl));
  await step("Build", async (note) => {
    if (isBuildFresh(TEST_DIST_DIR)) return note("up to date");
    await build({ distDir: TEST_DIST_DIR, logDir, env: environment });
    note("built");
  });
  const nodeOptions = profileDir ? ["--cpu-prof", `--cpu-prof-dir=${resolve(profileDir)}`] : [];
  const servers: { port: number; pagesPort: number; pids: readonly number[] }[] = [];
  for (let i = 1; i <= processes; i++) {
    const port = await findFreePort();
    const options = {
      mode: "production" as const,
      port,
      env: environment,
      logDir: join(logDir, `web-${i}`),
      nodeOptions,
    };
    const { pids, pagesPort } = await step(processes === 1 ? "Web server" : `Web server ${i} of ${processes}`, () =>
      startWebServer(options),
    );
    servers.push({ port, pagesPort, pids });
  }
  const baseUrl = `http://127.0.0.1:${servers[0]?.port}`;
  const [frontPid = 0, pagesPid = 0] = servers[0]?.pids ?? [];
  const agent = new Agent({ keepAlive: true, maxSockets: SOCKETS_MAX });
  const db = openDatabase(databaseUrl, { poolMax: POOL_MAX, name: "rowlock-bench" });
  const redis = openRedis({ ...env, UPSTASH_REDIS_REST_URL: undefined, REDIS_URL: redisUrl });
  const guarded = guardRedis(redis?.redis ?? null);
  const ask = (path: string, headers: Record<string, string> = {}) => get(agent, new URL(path, baseUrl), headers);
  return {
    baseUrl,
    ports: servers.map(({ port }) => port),
    doors: {
      front: { url: baseUrl, pid: frontPid },
      pages: { url: `http://localhost:${servers[0]?.pagesPort}`, pid: pagesPid },
    },
    environment,
    pids: { app: servers.flatMap(({ pids }) => pids), ...(await findServices(db, guarded)) },
    databaseUrl,
    redisUrl,
    db,
    redis: guarded,
    get: ask,
    readMetrics: async () => parseSamples((await ask("/api/metrics")).body.toString("utf8")),
    logDir,
    close: async () => {
      agent.destroy();
      await redis?.close();
      await db.$client.end();
    },
  };
}

async function findServices(db: Db, redis: GuardedRedis): Promise<{ database: number; redis: number }> {
  const [row] = await db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  const info = await redis.try((client) => client.eval<[], string>("return redis.call('INFO', 'server')", [], []));
  return { database: parentOf(row?.pid ?? 0), redis: Number(info?.value.match(/process_id:(\d+)/)?.[1] ?? 0) };
}
