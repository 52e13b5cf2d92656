// Outlives a command that is killed outright, and then ends what the command had started, in order.
// It hears of each child over its standard input; the end of that input is the end of the command.
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";

const POLL_MS = 50;
const children = new Map();

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});
for await (const line of createInterface({ input: process.stdin })) {
  const child = JSON.parse(line);
  if (child.ended) children.delete(child.pid);
  else children.set(child.pid, child);
}

for (const { pid, stopSignal, graceMs } of [...children.values()].sort((a, b) => a.stopOrder - b.stopOrder)) {
  signal(pid, stopSignal);
  for (let waitedMs = 0; waitedMs < graceMs && signal(pid, 0); waitedMs += POLL_MS) await sleep(POLL_MS);
  signal(-pid, "SIGKILL");
}

function signal(pid, name) {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}
