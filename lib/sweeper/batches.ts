const BATCHES_MAX = 200;

/**
 * Repeats `step`, each a transaction of its own over at most `batchMax` rows, until one comes back
 * short of it or 200 have run; what is left then waits for the next run.
 *
 * `step` answers how many rows it did.
 *
 * @returns how many rows there were in all.
 */
export async function sweepInBatches(batchMax: number, step: () => Promise<number>): Promise<number> {
  let total = 0;
  for (let batches = 0; batches < BATCHES_MAX; batches++) {
    const count = await step();
    total += count;
    if (count < batchMax) break;
  }
  return total;
}
