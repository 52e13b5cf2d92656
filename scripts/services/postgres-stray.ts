import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const STOP_GRACE_MS = 30_000;
const POLL_MS = 50;

/**
 * Clears the way to a data folder whose last server was not stopped: stops a PostgreSQL that still
 * runs on it (nothing is lost), and removes its lock file when that process number belongs to
 * another program by now, which PostgreSQL itself could not tell.
 */
export async function endStrayPostgres(dataDir: string): Promise<void> {
  const lockFile = join(dataDir, "postmaster.pid");
  const pid = readPid(lockFile);
  if (pid === null) return;
  if (!isPostgresOf(pid, dataDir)) return rmSync(lockFile, { force: true });
  process.kill(pid, "SIGINT");
  for (let waitedMs = 0; waitedMs < STOP_GRACE_MS && existsSync(lockFile); waitedMs += POLL_MS) await sleep(POLL_MS);
}

function readPid(lockFile: string): number | null {
  try {
    return Number.parseInt(readFileSync(lockFile, "utf8"), 10) || null;
  } catch {
    return null;
  }
}

function isPostgresOf(pid: number, dataDir: string): boolean {
  try {
    const [command, , folder] = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    return command?.endsWith("postgres") === true && folder === dataDir;
  } catch {
    // No such process, or no /proc: there PostgreSQL's own look at the lock file has to do.
    return process.platform !== "linux" && isAlive(pid);
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
