import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Failure } from "@/scripts/failure";

export type Exit = { code: number | null; signal: NodeJS.Signals | null };

/** A process that this command has started and will stop. */
export type Child = { name: string; pid: number | undefined; exited: Promise<Exit>; stop: () => Promise<void> };

export type ChildOptions = {
  name: string;
  command: string;
  args: readonly string[];
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** Root runs PostgreSQL as somebody else. */
  runAs?: { uid: number; gid: number } | undefined;
  /** The terminal, or a file that starts empty. */
  output: "inherit" | { file: string };
  /** Sent to the process's standard input, which then ends. */
  input?: string;
  stopSignal?: NodeJS.Signals;
  /** How long it may take to end by itself; then it is killed. */
  graceMs?: number;
  /** The lower, the earlier it is stopped: who uses a service stops before it. */
  stopOrder?: number;
};

type Stoppable = Child & { stopOrder: number };

const GRACE_DEFAULT_MS = 5_000;
const children = new Set<Stoppable>();
let stopping = false;
let watchdog: ChildProcess | undefined;

/**
 * Starts a process in a session of its own, so that Ctrl-C reaches this command alone, which then
 * stops all of them in order. Should this command be killed outright, its watchdog does that.
 * @throws Failure when the command is already stopping.
 */
export function startChild(options: ChildOptions): Child {
  const { name, stopSignal = "SIGTERM", graceMs = GRACE_DEFAULT_MS, stopOrder = 0 } = options;
  if (stopping) throw new Failure("Stopping.");
  const child = spawnChild(options);
  const { pid } = child;
  const exited = new Promise<Exit>((resolve) => {
    child.once("error", () => resolve({ code: 127, signal: null }));
    child.once("exit", (code, signal) => resolve({ code, signal }));
  });
  const handle: Stoppable = { name, pid, exited, stopOrder, stop };
  if (pid === undefined) return handle;

  children.add(handle);
  tellWatchdog({ pid, stopSignal, graceMs, stopOrder });
  void exited.then(() => {
    children.delete(handle);
    tellWatchdog({ pid, ended: true });
  });
  return handle;

  async function stop(): Promise<void> {
    if (pid === undefined) return;
    sendSignal(pid, stopSignal);
    const timer = setTimeout(() => sendSignal(-pid, "SIGKILL"), graceMs);
    await exited;
    clearTimeout(timer);
    // What it left behind in its own group, such as a build's workers.
    sendSignal(-pid, "SIGKILL");
  }
}

/** True once `stopChildren` has been called: whatever ends from now on ends because we stop it. */
export function isStopping(): boolean {
  return stopping;
}

/** Stops every process that is still running, one after the other, and lets no new one start. */
export async function stopChildren(): Promise<void> {
  stopping = true;
  for (const child of [...children].sort((a, b) => a.stopOrder - b.stopOrder)) await child.stop();
}

/** "exit code 1" or "SIGKILL". */
export function describeExit({ code, signal }: Exit): string {
  return signal ?? `exit code ${code}`;
}

function spawnChild(options: ChildOptions): ChildProcess {
  const log = options.output === "inherit" ? null : openSync(options.output.file, "w");
  const child = spawn(options.command, options.args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    detached: true,
    // A file of its own, not a pipe to us: a service must not die of a broken pipe when we do.
    stdio: [options.input === undefined ? "ignore" : "pipe", log ?? "inherit", log ?? "inherit"],
    ...options.runAs,
  });
  if (log !== null) closeSync(log);
  child.stdin?.on("error", () => {});
  child.stdin?.end(options.input);
  return child;
}

function tellWatchdog(message: object): void {
  if (watchdog === undefined) {
    watchdog = spawn(process.execPath, [fileURLToPath(new URL("watchdog.mjs", import.meta.url))], {
      detached: true,
      stdio: ["pipe", "ignore", "ignore"],
    });
    watchdog.unref();
    watchdog.stdin?.on("error", () => {});
  }
  watchdog.stdin?.write(`${JSON.stringify(message)}\n`);
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has already ended.
  }
}
