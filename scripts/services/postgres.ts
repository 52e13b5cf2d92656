import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "@/scripts/failure";
import { type Child, describeExit, startChild } from "./child";
import { answersQueries, createDatabase } from "./database";
import { findFreePort } from "./ports";
import { makeCluster, POSTGRES_USER, readSecret, writeSecret } from "./postgres-cluster";
import type { PostgresHome } from "./postgres-home";
import { lastWordsOf, readLog } from "./postgres-log";
import { endStrayPostgres } from "./postgres-stray";
import { waitUntilReady } from "./ready";

const START_ATTEMPTS_MAX = 5;
const START_TIMEOUT_MS = 60_000;
const STOP_GRACE_MS = 30_000;
const RETRY_DELAY_MS = 500;
const DATABASE = "rowlock";

type PostgresOptions = {
  home: PostgresHome;
  /** Holds the port and the password, beside the data. */
  secretFile: string;
  logDir: string;
  /** A throw-away database (tests) may forget everything in a power cut, and serves many connections. */
  durable: boolean;
  /** Exactly this port: a database that others are already connected to comes back. */
  port?: number;
};

export type RunningPostgres = { child: Child; url: string; port: number };

/**
 * Starts the PostgreSQL of `home`, makes it first if it is not there, and creates the database.
 *
 * It listens on the loopback only, behind a password of its own, on the port of the last time or
 * another free one. What a killed start left behind is cleared away first.
 * @throws Failure with the reason in PostgreSQL's words when it does not start.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const { home, secretFile, logDir } = options;
  mkdirSync(logDir, { recursive: true });
  if (!existsSync(home.dataDir)) await makeCluster(options);
  const secret = readSecret(secretFile);
  await endStrayPostgres(home.dataDir);

  const logFile = join(logDir, "postgres.log");
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await findFreePort(secret.port));
    const url = `postgres://${POSTGRES_USER}:${secret.password}@127.0.0.1:${port}/postgres`;
    const child = startServer(options, port, logFile);
    const outcome = await waitUntilReady(child, () => answersQueries(url), START_TIMEOUT_MS);
    if (outcome === "ready") {
      if (port !== secret.port) writeSecret(secretFile, { ...secret, port });
      await createDatabase(url, DATABASE);
      return { child, port, url: url.replace(/postgres$/, DATABASE) };
    }
    const why = outcome === "exited" ? describeExit(await child.exited) : "no answer";
    await child.stop();
    if (attempt === START_ATTEMPTS_MAX || !passesByItself(readLog(logFile))) throw startFailure(home, logFile, why);
    await sleep(RETRY_DELAY_MS);
  }
}

function startServer({ home, durable }: PostgresOptions, port: number, logFile: string): Child {
  const settings = {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    timezone: "UTC",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "300" }),
  };
  return startChild({
    name: "PostgreSQL",
    command: join(home.binDir, "postgres"),
    args: ["-D", home.dataDir, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    // PostgreSQL's user may be unable to enter the folder that root stands in.
    cwd: "/",
    runAs: home.runAs,
    output: { file: logFile },
    stopSignal: "SIGINT", // "fast": ends the sessions, writes everything down
    graceMs: STOP_GRACE_MS,
    stopOrder: 2,
  });
}

/** Another program took the port in between, or the last processes of a killed server are still ending. */
function passesByItself(log: string): boolean {
  return /Address already in use|shared memory block .* is still in use/s.test(log);
}

function startFailure(home: PostgresHome, logFile: string, why: string): Failure {
  const reason = lastWordsOf(logFile, why);
  const wayOut = /Permission denied|wrong ownership/.test(reason)
    ? "It belongs to another user: start as that user, or as root."
    : "If its data is damaged or of another version, start over (everything in it is lost) with: npm start -- --reset";
  return new Failure(`PostgreSQL in ${home.dataDir} did not start: ${reason}\n${wayOut}\nIts log is ${logFile}.`);
}
