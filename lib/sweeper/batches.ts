/** What one batch did: `count` rows, in these schedules. */
export type Batch = { count: number; scheduleIds: readonly string[] };

const BATCHES_MAX = 200;

/**
 * Repeats `step`, each a transaction of its own over at most `batchMax` rows, until one comes back
 * short of it or 200 have run; what is left then waits for the next run.
 *
 * @returns how many rows there were in all.
 */
export async function sweepInBatches(batchMax: number, step: () => Promise<Batch>): Promise<number> {
  let total = 0;
  for (let batches = 0; batches < BATCHES_MAX; batches++) {
    const { count } = await step();
    total += count;
    if (count < batchMax) break;
  }
  return total;
}
