import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import type { Stage } from "@/bench/harness/stage";
import { Failure } from "@/scripts/failure";
import { startChild } from "@/scripts/services/child";
import { findProgram } from "@/scripts/services/program";
import type { Sale } from "./world";

const CLIENTS = 8;
const THREADS = 2;
const SECONDS = 3;
const DEBIAN_HOME = "/usr/lib/postgresql";

/** What the database can do by itself: each is a script in bench/limit. */
export type LimitName = "hold" | "sale" | "purchase";

/** pgbench where it is installed: on the PATH, or where Debian keeps it. */
export function findPgbench(): string | null {
  const versions = existsSync(DEBIAN_HOME) ? readdirSync(DEBIAN_HOME).sort().reverse() : [];
  const debian = versions.map((version) => join(DEBIAN_HOME, version, "bin", "pgbench")).find(existsSync);
  return findProgram("pgbench") ?? debian ?? null;
}

/** Transactions a second of one script, over seats of a sale of its own and the bench's first `fanCount` buyers. */
export async function measureLimit(
  { db, databaseUrl, logDir }: Stage,
  { pgbench, name, sale, fanCount }: { pgbench: string; name: LimitName; sale: Sale; fanCount: number },
): Promise<number> {
  const [row] = await db.execute<{ first: number }>(sql`
    select min(id)::float8 as first from tickets where schedule_id = ${sale.scheduleId}`);
  const given = { n: 0, clients: CLIENTS, first: row?.first ?? 0, seats: sale.seatCount, fans: fanCount };
  const file = join(logDir, `pgbench-${name}.log`);
  const { exited } = startChild({
    name: "pgbench",
    command: pgbench,
    args: [
      ...[
        "-n",
        "-M",
        "prepared",
        "-c",
        CLIENTS,
        "-j",
        THREADS,
        "-T",
        SECONDS,
        "-f",
        join("bench", "limit", `${name}.sql`),
      ],
      ...Object.entries(given).flatMap(([key, value]) => ["-D", `${key}=${value}`]),
      databaseUrl,
    ].map(String),
    output: { file },
  });
  const { code } = await exited;
  const words = readFileSync(file, "utf8");
  const tps = Number(/^tps = ([\d.]+)/m.exec(words)?.[1]);
  if (code !== 0 || !(tps > 0)) throw new Failure(`pgbench did not come to its end:\n${words}`);
  return tps;
}
