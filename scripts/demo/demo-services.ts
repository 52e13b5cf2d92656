import { Failure } from "@/scripts/failure";
import { stopChildren } from "@/scripts/services/child";
import { type Connection, findConnection } from "@/scripts/services/connection";
import { startPostgres } from "@/scripts/services/postgres";
import { findProgram } from "@/scripts/services/program";
import { startRedis } from "@/scripts/services/redis";
import { makeWorkplace, removeWorkplace } from "@/scripts/testing/throwaway-services";

export type DemoServices = Connection & { stop: () => Promise<void> };

/** The services of DATABASE_URL or of a running `npm start`; else throw-away ones, which `stop` forgets. */
export async function findOrStartServices(): Promise<DemoServices> {
  try {
    return { ...findConnection(), stop: async () => {} };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
  const place = makeWorkplace();
  const { dir, logDir, home } = place;
  const program = findProgram("redis-server", "valkey-server");
  const redis = program ? await startRedis({ program, logDir }) : null;
  const database = await startPostgres({ home, secretFile: `${dir}/postgres.json`, logDir, durable: false });
  return {
    databaseUrl: database.url,
    redisUrl: redis?.url ?? null,
    stop: async () => {
      await stopChildren();
      removeWorkplace(place);
    },
  };
}
