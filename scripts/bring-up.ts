import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "./failure";
import { stopWhenInterrupted } from "./interruption";
import type { Mode } from "./launch";
import { type LaunchOptions, mayLoadDemoData } from "./launch-options";
import { bringUpDatabase, bringUpRedis, type Upkeep } from "./launch-services";
import { keepAuthSecret } from "./services/auth-secret";
import { build, isBuildFresh } from "./services/build";
import { prepareDatabase } from "./services/demo-data";
import { parsePort, requireFreePort } from "./services/ports";
import { findPostgresHome, removePostgresHome } from "./services/postgres-home";
import { endStrayPostgres } from "./services/postgres-stray";
import { announceServices, claimRunning, giveUpRunning } from "./services/running";
import { startWebServer } from "./services/web-server";
import { formatSeconds, step } from "./steps";

const DIST_DIR = ".next";
const LOG_DIR = join(".data", "logs");

/** Everything up and the address printed; each promise returned rejects when a part is lost for good. */
export async function bringUp(mode: Mode, options: LaunchOptions): Promise<Upkeep[]> {
  const startedAt = performance.now();
  console.log("\nRowlock\n");
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
  const isDemo = mayLoadDemoData(given, options);
  await prepareDatabase(database.url, isDemo);

  const env = {
    ...process.env,
    DATABASE_URL: database.url,
    ...(redis.url ? { REDIS_URL: redis.url } : {}),
    AUTH_SECRET: process.env.AUTH_SECRET || keepAuthSecret(),
    AUTH_TRUST_HOST: process.env.AUTH_TRUST_HOST || "true",
  };
  if (mode === "production") await buildIfStale(env);
  const logDir = mode === "production" ? LOG_DIR : null;
  const server = await step("Web server", async (note) => {
    note("ready to sell");
    return startWebServer({ mode, port, env, logDir });
  });
  printReady({ url, tookMs: performance.now() - startedAt, mode, isDemo });
  return [...server.keepAlive(), ...database.upkeep, ...redis.upkeep];
}

/** Wipes .data but for the claim of this run. A database that DATABASE_URL names is nobody's to wipe. */
async function forgetEverything(note: (detail: string) => void): Promise<void> {
  try {
    await wipe(note);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(
      `The old data could not be removed (${reason}). Start as the user that it belongs to, or as root.`,
    );
  }
}

async function wipe(note: (detail: string) => void): Promise<void> {
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

function printReady(ready: { url: string; tookMs: number; mode: Mode; isDemo: boolean }): void {
  const facts = [
    ...(ready.isDemo ? ["Demo accounts   fan1@rowlock.test … fan20@rowlock.test, admin@rowlock.test"] : []),
    ...(ready.isDemo ? ["Password        rowlock-demo"] : []),
    ...(ready.mode === "production" ? [`Logs            ${LOG_DIR}`] : []),
    `Stop            Ctrl-C (or: kill ${process.pid})`,
  ];
  console.log(`\nRowlock is ready at ${ready.url} (${formatSeconds(ready.tookMs)})\n\n  ${facts.join("\n  ")}\n`);
}
