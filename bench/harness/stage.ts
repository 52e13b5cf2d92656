import { Agent } from "node:http";
import { join } from "node:path";
import { migrateDatabase } from "@/drizzle/migrate";
import { type Db, openDatabase } from "@/lib/db/client";
import { env } from "@/lib/env";
import { openRedis } from "@/lib/redis/client";
import { type GuardedRedis, guardRedis } from "@/lib/redis/guarded";
import { build, isBuildFresh } from "@/scripts/services/build";
import { findFreePort } from "@/scripts/services/ports";
import { startWebServer } from "@/scripts/services/web-server";
import { step } from "@/scripts/steps";
import { TEST_DIST_DIR, testEnvironment } from "@/scripts/testing/test-environment";
import { startThrowawayServices, type Workplace } from "@/scripts/testing/throwaway-services";
import { type Answer, get } from "./http";
import { parseSamples, type Samples } from "./prometheus";

const POOL_MAX = 10;
const SOCKETS_MAX = 256;

/** What a scenario works on: one production server on services of its own, on this machine alone. */
export type Stage = {
  baseUrl: string;
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
export async function openStage(workplace: Workplace): Promise<Stage> {
  const { logDir } = workplace;
  const { databaseUrl, redisUrl } = await step("PostgreSQL and Redis", () => startThrowawayServices(workplace));
  const environment = testEnvironment({ databaseUrl, redisUrl });
  await step("Migrations", () => migrateDatabase(databaseUrl));
  await step("Build", async (note) => {
    if (isBuildFresh(TEST_DIST_DIR)) return note("up to date");
    await build({ distDir: TEST_DIST_DIR, logDir, env: environment });
    note("built");
  });
  const port = await findFreePort();
  await step("Web server", () =>
    startWebServer({ mode: "production", port, env: environment, output: { file: join(logDir, "web.log") } }),
  );
  const baseUrl = `http://127.0.0.1:${port}`;
  const agent = new Agent({ keepAlive: true, maxSockets: SOCKETS_MAX });
  const db = openDatabase(databaseUrl, { poolMax: POOL_MAX, name: "rowlock-bench" });
  const redis = openRedis({ ...env, UPSTASH_REDIS_REST_URL: undefined, REDIS_URL: redisUrl });
  const ask = (path: string, headers: Record<string, string> = {}) => get(agent, new URL(path, baseUrl), headers);
  return {
    baseUrl,
    databaseUrl,
    redisUrl,
    db,
    redis: guardRedis(redis?.redis ?? null),
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
