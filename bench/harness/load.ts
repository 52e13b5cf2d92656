import { setTimeout as sleep } from "node:timers/promises";

/** The time in ms, and a way to let it pass. */
export type Clock = { now: () => number; sleep: (ms: number) => Promise<void> };

const CLOCK: Clock = { now: () => performance.now(), sleep: (ms) => sleep(ms) };

/** `latenciesMs` of what succeeded; `failures` of what did not; `unsent` of what there was no time for. */
export type LoadResult = { latenciesMs: number[]; failures: number; unsent: number; elapsedMs: number };

/** Beyond this many unanswered requests a generator would measure itself. */
const UNANSWERED_MAX = 500;
/** A machine that takes longer than so many times what was asked for is not waited for. */
const PATIENCE = 2;

/**
 * Sends at a fixed rate, whether or not the answers keep up, as a crowd does. A latency runs from the
 * moment at which a request was due, so that a stall counts for everybody who would have come
 * meanwhile, and not once.
 */
export async function sendAtRate(
  { perSecond, forMs }: { perSecond: number; forMs: number },
  send: (i: number) => Promise<unknown>,
  clock: Clock = CLOCK,
): Promise<LoadResult> {
  const total = Math.floor((perSecond * forMs) / 1_000);
  const result = newResult();
  const startedAt = clock.now();
  const underWay = new Set<Promise<void>>();
  for (let i = 0; i < total; i++) {
    const dueAt = startedAt + (i * 1_000) / perSecond;
    if (clock.now() - startedAt > forMs * PATIENCE) {
      result.unsent = total - i;
      break;
    }
    const early = dueAt - clock.now();
    if (early > 0) await clock.sleep(early);
    while (underWay.size >= UNANSWERED_MAX) await Promise.race(underWay);
    const one = measure(result, clock, dueAt, () => send(i)).finally(() => underWay.delete(one));
    underWay.add(one);
  }
  await Promise.all(underWay);
  return { ...result, elapsedMs: clock.now() - startedAt };
}

/** Sends as fast as `clients` of them get their answers: how much there is room for. */
export async function sendAsFastAsPossible(
  { clients, forMs, total = Number.POSITIVE_INFINITY }: { clients: number; forMs: number; total?: number },
  send: (i: number) => Promise<unknown>,
): Promise<LoadResult> {
  const result = newResult();
  const startedAt = CLOCK.now();
  let next = 0;
  const client = async () => {
    while (next < total && CLOCK.now() - startedAt < forMs) {
      const i = next++;
      await measure(result, CLOCK, CLOCK.now(), () => send(i));
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { ...result, elapsedMs: CLOCK.now() - startedAt };
}

export const perSecond = ({ latenciesMs, elapsedMs }: LoadResult): number => (latenciesMs.length / elapsedMs) * 1_000;

const newResult = () => ({ latenciesMs: [] as number[], failures: 0, unsent: 0 });

async function measure(
  result: Pick<LoadResult, "latenciesMs" | "failures">,
  clock: Clock,
  since: number,
  send: () => Promise<unknown>,
): Promise<void> {
  try {
    await send();
    result.latenciesMs.push(clock.now() - since);
  } catch {
    result.failures += 1;
  }
}
