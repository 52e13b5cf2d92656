import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "@/scripts/failure";

/** What a running `npm start` or `npm run dev` tells other commands of the same checkout. */
export type Running = { pid: number; url: string; databaseUrl: string | null; redisUrl: string | null };

const FILE = join(".data", "running.json");

/** The `npm start` or `npm run dev` of this checkout, if one is running. */
export function findRunning(): Running | null {
  const running = readRunning();
  return running !== null && isLive(running.pid) ? running : null;
}

/**
 * Makes this process the one that runs this checkout, until `giveUpRunning`.
 * @throws Failure when another one runs it, or .data cannot be written.
 */
export function claimRunning(url: string): void {
  const other = findRunning();
  if (other !== null) {
    throw new Failure(
      `Rowlock already runs from this folder at ${other.url} (process ${other.pid}). Stop that one first with Ctrl-C or: kill ${other.pid}`,
    );
  }
  try {
    mkdirSync(".data", { recursive: true });
    announceServices({ url, databaseUrl: null, redisUrl: null });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(
      `Rowlock keeps its data in ${join(process.cwd(), ".data")} and cannot write there (${reason}). Start as the user that owns that folder, or make it yours: sudo chown -R "$(id -un)" .data`,
    );
  }
}

/** Lets other commands of this checkout find the services of the claimed run. */
export function announceServices(running: Omit<Running, "pid">): void {
  writeFileSync(FILE, serialize({ ...running, pid: process.pid }), { mode: 0o600 });
}

/** Ends the claim of this process; that of another one stays. */
export function giveUpRunning(): void {
  if (readRunning()?.pid === process.pid) rmSync(FILE, { force: true });
}

function serialize(running: Running): string {
  return `${JSON.stringify(running, null, 2)}\n`;
}

function readRunning(): Running | null {
  try {
    return JSON.parse(readFileSync(FILE, "utf8"));
  } catch {
    return null;
  }
}

function isLive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  // After a crash another program may have the number by now. Where /proc exists it tells.
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("scripts/");
  } catch {
    return process.platform !== "linux";
  }
}
