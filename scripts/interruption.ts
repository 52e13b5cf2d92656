import { stopChildren } from "@/scripts/services/child";

const PARENT_POLL_MS = 1_000;

/**
 * On Ctrl-C, SIGTERM, SIGHUP, or when the npm that started us is gone: stops every process that this
 * command has started, then runs `cleanUp` and ends with `exitCode`.
 */
export function stopWhenInterrupted(options: { exitCode: number; cleanUp: () => void }): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    console.log("\n  Stopping …");
    await stopChildren();
    options.cleanUp();
    console.log("  Stopped; nothing is left running.");
    process.exit(options.exitCode);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  // A closed terminal takes our output away before it takes us.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

  const parent = process.ppid;
  if (process.env.npm_lifecycle_event === undefined) return;
  setInterval(() => process.ppid !== parent && stop(), PARENT_POLL_MS).unref();
}
