import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { loadEnvConfig } from "@next/env";
import { Failure, printFailure } from "./failure";
import { stopWhenInterrupted } from "./interruption";
import { type LaunchOptions, mayLoadDemoData, parseLaunchOptions } from "./launch-options";
import { bringUpDatabase, bringUpRedis, type Upkeep } from "./launch-services";
import { keepAuthSecret } from "./services/auth-secret";
import { build, isBuildFresh } from "./services/build";
import { stopChildren } from "./services/child";
import { prepareDatabase } from "./services/demo-data";
import { requireAlive } from "./services/keep-alive";
import { parsePort, requireFreePort } from "./services/ports";
import { findPostgresHome, removePostgresHome } from "./services/postgres-home";
import { endStrayPostgres } from "./services/postgres-stray";
import { announceServices, claimRunning, giveUpRunning } from "./services/running";
import { startWebServer } from "./services/web-server";
import { formatSeconds, step } from "./steps";

export type Mode = "production" | "development";

const DIST_DIR = ".next";
const LOG_DIR = join(".data", "logs");

/**
 * `npm start` and `npm run dev`: brings up everything that a sale needs, serves until interrupted, and
 * takes down everything again. Ends the process: 0 when it was stopped, 1 when it could not go on.
 */
export async function launch(mode: Mode, args: readonly string[]): Promise<void> {
  try {
    const upkeep = await bringUp(mode, parseLaunchOptions(args));
    await Promise.race(upkeep);
  } catch (error) {
    printFailure(error);
    await stopChildren();
    giveUpRunning();
    process.exit(1);
  }
}

/** Everything up and the address printed; each promise returned rejects when a part is lost for good. */
async function bringUp(mode: Mode, options: LaunchOptions): Promise<Upkeep[]> {
  const startedAt = performance.now();
  console.log("\nRowlock\n");
  await checkEnvironment(mode);
  const port = parsePort(process.env.PORT);
  const url = `http://localhost:${port}`;
  claimRunning(url);
  stopWhenInterrupted({ exitCode: 0, cleanUp: giveUpRunning });
  await requireFreePort(port);
  if (options.reset) await step("Starting over", forgetEverything);

  const given = { ...process.env };
  const database = await bringUpDatabase(LOG_DIR);
  const redis = await bringUpRedis(LOG_DIR);
  announceServices({ url, databaseUrl: database.url, redisUrl: redis.url });
  await prepareDatabase(database.url, mayLoadDemoData(given, options));

  const env = {
    ...process.env,
    DATABASE_URL: database.url,
    ...(redis.url ? { REDIS_URL: redis.url } : {}),
    AUTH_SECRET: process.env.AUTH_SECRET || keepAuthSecret(),
    AUTH_TRUST_HOST: process.env.AUTH_TRUST_HOST || "true",
  };
  if (mode === "production") await buildIfStale(env);
  const output = mode === "production" ? { file: join(LOG_DIR, "web.log") } : ("inherit" as const);
  const server = await step("Web server", async (note) => {
    note("ready to sell");
    return startWebServer({ mode, port, env, output });
  });
  printReady({ url, tookMs: performance.now() - startedAt, mode });
  return [requireAlive(server), ...database.upkeep, ...redis.upkeep];
}

async function checkEnvironment(mode: Mode): Promise<void> {
  loadEnvConfig(process.cwd(), mode === "development", { info: () => {}, error: console.error });
  try {
    await import("@/lib/env");
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : String(error));
  }
}

/** Wipes .data but for the claim of this run. A database that DATABASE_URL names is nobody's to wipe. */
async function forgetEverything(note: (detail: string) => void): Promise<void> {
  if (process.env.DATABASE_URL) note("cleared .data; the database of DATABASE_URL is left as it is");
  else {
    const home = findPostgresHome(join(".data", "postgres"));
    await endStrayPostgres(home.dataDir);
    removePostgresHome(home);
  }
  for (const name of readdirSync(".data")) {
    if (name !== "running.json") rmSync(join(".data", name), { recursive: true, force: true });
  }
}

async function buildIfStale(env: NodeJS.ProcessEnv): Promise<void> {
  await step("Build", async (note) => {
    if (isBuildFresh(DIST_DIR)) return note("up to date");
    await build({ distDir: DIST_DIR, logDir: LOG_DIR, env });
    note("built");
  });
}

function printReady({ url, tookMs, mode }: { url: string; tookMs: number; mode: Mode }): void {
  console.log(`
Rowlock is ready at ${url} (${formatSeconds(tookMs)})

  Demo accounts   fan1@rowlock.test … fan20@rowlock.test, admin@rowlock.test
  Password        rowlock-demo
  ${mode === "production" ? `Logs            ${LOG_DIR}\n  ` : ""}Stop            Ctrl-C (or: kill ${process.pid})
`);
}
