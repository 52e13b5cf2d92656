import { Failure } from "@/scripts/failure";
import { formatSeconds } from "@/scripts/steps";
import { type Child, describeExit, isStopping } from "./child";

const LIFE_MIN_MS = 10_000;

/**
 * Starts a service again, in its old place, each time it ends by itself; the application reconnects.
 * @throws Failure when it ends within ten seconds of a start: then starting again does not mend it.
 */
export function keepAlive(first: Child, startAgain: () => Promise<Child>): Promise<never> {
  const upkeep = restartForEver(first, startAgain);
  // It may be lost before anybody waits for it; whoever waits then still hears of it.
  upkeep.catch(() => {});
  return upkeep;
}

async function restartForEver(first: Child, startAgain: () => Promise<Child>): Promise<never> {
  let child = first;
  for (;;) {
    const startedAt = Date.now();
    const exit = await child.exited;
    if (isStopping()) return new Promise<never>(() => {});
    const why = `${child.name} ended unexpectedly (${describeExit(exit)})`;
    if (Date.now() - startedAt < LIFE_MIN_MS) throw new Failure(`${why}, right after its start. Giving up.`);
    const restartedAt = Date.now();
    child = await startAgain();
    console.log(`  ${why} and was started again (${formatSeconds(Date.now() - restartedAt)})`);
  }
}
