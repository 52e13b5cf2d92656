import { setTimeout as sleep } from "node:timers/promises";

const POLL_MS = 50;

/** Asks `isReady` until it says yes, `child` ends, or `timeoutMs` have passed. */
export async function waitUntilReady(
  child: { exited: Promise<unknown> },
  isReady: () => Promise<boolean>,
  timeoutMs: number,
): Promise<"ready" | "exited" | "timeout"> {
  let exited = false;
  void child.exited.then(() => {
    exited = true;
  });
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    if (exited) return "exited";
    if (await isReady()) return "ready";
    await sleep(POLL_MS);
  }
  return "timeout";
}
