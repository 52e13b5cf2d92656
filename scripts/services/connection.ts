import nextEnv from "@next/env";
import { Failure } from "@/scripts/failure";
import { findRunning } from "./running";

/** Where a command (audit, import-plan, …) finds the database and Redis. */
export type Connection = { databaseUrl: string; redisUrl: string | null };

/**
 * The services of the environment or .env if DATABASE_URL names one, else those of the `npm start`
 * that runs from this checkout.
 * @throws Failure when there is neither.
 */
export function findConnection(): Connection {
  nextEnv.loadEnvConfig(process.cwd(), false, { info: () => {}, error: console.error });
  const { DATABASE_URL: given, REDIS_URL: redisUrl } = process.env;
  if (given) return { databaseUrl: given, redisUrl: redisUrl || null };
  const running = findRunning();
  if (running?.databaseUrl) return { databaseUrl: running.databaseUrl, redisUrl: running.redisUrl };
  throw new Failure("There is no database to work on. Run `npm start` in another terminal first, or set DATABASE_URL.");
}
