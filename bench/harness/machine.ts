import { readFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { sql } from "drizzle-orm";
import type { Stage } from "./stage";

const GIB = 1024 ** 3;

/** On what the figures were measured. They say little without it. */
export type Machine = Record<"processor" | "memory" | "node" | "next" | "postgresql" | "redis", string>;

export async function describeMachine({ db, redis }: Stage): Promise<Machine> {
  const [postgres] = await db.execute<{ version: string }>(sql`select current_setting('server_version') as version`);
  const info = await redis.try((client) => client.eval<[], string>("return redis.call('INFO', 'server')", [], []));
  const { version: next } = JSON.parse(readFileSync("node_modules/next/package.json", "utf8")) as { version: string };
  return {
    processor: `${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown"}`,
    memory: `${Math.round(totalmem() / GIB)} GB`,
    node: process.version,
    next,
    postgresql: postgres?.version ?? "unknown",
    redis: info?.value.match(/redis_version:(\S+)/)?.[1] ?? "none",
  };
}

export const machineInWords = ({ processor, memory, node, next, postgresql, redis }: Machine): string =>
  `${processor}, ${memory} of memory; Node ${node}, Next.js ${next}, PostgreSQL ${postgresql}, Redis ${redis}.`;
