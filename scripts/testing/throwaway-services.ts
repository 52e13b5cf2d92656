import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Failure } from "@/scripts/failure";
import { installWithApt } from "@/scripts/services/apt";
import { startPostgres } from "@/scripts/services/postgres";
import { findPostgresHome, type PostgresHome, removePostgresHome } from "@/scripts/services/postgres-home";
import { canInstallWithApt, findProgram } from "@/scripts/services/program";
import { startRedis } from "@/scripts/services/redis";

const REDIS_PROGRAMS = ["redis-server", "valkey-server"] as const;

/** A folder of this run alone, outside the checkout. Nothing of a running `npm start` is in it. */
export type Workplace = { dir: string; logDir: string; home: PostgresHome };

export function makeWorkplace(): Workplace {
  const dir = mkdtempSync(join(tmpdir(), "rowlock-test-"));
  chmodSync(dir, 0o755); // PostgreSQL's user has to pass through
  const logDir = join(dir, "logs");
  mkdirSync(logDir);
  return { dir, logDir, home: findPostgresHome(join(dir, "postgres")) };
}

/** Removes everything that `makeWorkplace` and the services made. Their processes must have ended. */
export function removeWorkplace({ dir, home }: Workplace): void {
  removePostgresHome(home);
  rmSync(dir, { recursive: true, force: true });
}

export type ThrowawayServices = { databaseUrl: string; redisUrl: string };

/**
 * PostgreSQL and Redis for one run, on free ports, forgotten afterwards.
 * @param options.durable whether the database writes as carefully as a real one, for measurements.
 * @throws Failure when one of them does not start; tests do not do without.
 */
export async function startThrowawayServices(
  { dir, logDir, home }: Workplace,
  { durable = false }: { durable?: boolean } = {},
): Promise<ThrowawayServices> {
  const redis = await startRedis({ program: await requireRedisProgram(logDir), logDir });
  const database = await startPostgres({ home, secretFile: join(dir, "postgres.json"), logDir, durable });
  return { databaseUrl: database.url, redisUrl: redis.url };
}

async function requireRedisProgram(logDir: string): Promise<string> {
  const found = findProgram(...REDIS_PROGRAMS);
  if (found) return found;
  if (canInstallWithApt()) await installWithApt(["redis-server"], join(logDir, "apt.log"));
  const installed = findProgram(...REDIS_PROGRAMS);
  if (installed) return installed;
  throw new Failure(
    "The tests need redis-server or valkey-server on the PATH. Install one of them, then run npm test again.",
  );
}
