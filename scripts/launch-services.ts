import { join } from "node:path";
import { env } from "@/lib/env";
import { installWithApt } from "./services/apt";
import { requireUsableServer } from "./services/database";
import { keepAlive } from "./services/keep-alive";
import { startPostgres } from "./services/postgres";
import { findPostgresHome } from "./services/postgres-home";
import { canInstallWithApt, findProgram } from "./services/program";
import { chooseRedis, isListening, startRedis } from "./services/redis";
import { step } from "./steps";

/** Rejects when a service is lost for good. */
export type Upkeep = Promise<never>;

const DATA_DIR = join(".data", "postgres");
const REDIS_PROGRAMS = ["redis-server", "valkey-server"] as const;

/** The database of DATABASE_URL, else one of our own, kept alive. */
export function bringUpDatabase(logDir: string): Promise<{ url: string; upkeep: Upkeep[] }> {
  return step("PostgreSQL", async (note) => {
    const given = process.env.DATABASE_URL;
    if (given) {
      const version = await requireUsableServer(given);
      note(`${version} at ${new URL(given).host} (DATABASE_URL)`);
      return { url: given, upkeep: [] };
    }
    const home = findPostgresHome(DATA_DIR);
    const options = { home, secretFile: join(".data", "postgres.json"), logDir, durable: true };
    const { child, port, url } = await startPostgres(options);
    const isElsewhere = !home.dataDir.endsWith(DATA_DIR);
    const place = isElsewhere ? `${home.dataDir}, as its user cannot enter this folder` : DATA_DIR;
    note(`${await requireUsableServer(url)} on port ${port}, data in ${place}`);
    return { url, upkeep: [keepAlive(child, async () => (await startPostgres({ ...options, port })).child)] };
  });
}

/** The Redis of the environment, else one of our own, kept alive, else none (`url` is null). */
export function bringUpRedis(logDir: string): Promise<{ url: string | null; upkeep: Upkeep[] }> {
  return step("Redis", async (note) => {
    const nothing = { url: null, upkeep: [] };
    const machine = { program: findProgram(...REDIS_PROGRAMS), canInstall: canInstallWithApt() };
    const choice = chooseRedis(env, machine);
    if (choice.kind === "upstash") {
      note("Upstash over HTTP (UPSTASH_REDIS_REST_URL)");
      return nothing;
    }
    if (choice.kind === "given") {
      const answers = await isListening(choice.host, choice.port);
      const state = answers ? "" : ", which does not answer now; until it does, the database lock alone decides";
      note(`${choice.host}:${choice.port} (${env.REDIS_URL ? "REDIS_URL" : "REDIS_HOST"})${state}`);
      return { url: env.REDIS_URL ?? null, upkeep: [] };
    }
    const program = choice.kind === "program" ? choice.path : await installRedis(choice.kind === "install", logDir);
    if (program === null) {
      note("none found (redis-server, valkey-server); sales go on with the database lock alone");
      return nothing;
    }
    const { child, port, url } = await startRedis({ program, logDir });
    note(`${program} on port ${port}${choice.kind === "install" ? ", installed with apt" : ""}`);
    return { url, upkeep: [keepAlive(child, async () => (await startRedis({ program, logDir, port })).child)] };
  });
}

async function installRedis(allowed: boolean, logDir: string): Promise<string | null> {
  if (!allowed) return null;
  await installWithApt(["redis-server"], join(logDir, "apt.log"));
  return findProgram(...REDIS_PROGRAMS);
}
