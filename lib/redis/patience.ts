/** A timer that fires this much late tells of a process that stood still. */
const STANDSTILL_MS = 50;

/** Nobody answered in time. */
export class PatienceEnded extends Error {}

/**
 * Settles as `answer` does, or rejects once `ms` have passed without one. While this process itself
 * stood still (one long computation, a starved machine) the other side may well have answered: timers
 * come due before what has arrived is read. Then it waits once more.
 *
 * @throws PatienceEnded, and whatever `answer` rejects with.
 */
export function withPatience<T>(answer: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      const dueMs = performance.now() + ms;
      timer = setTimeout(() => {
        if (performance.now() - dueMs > STANDSTILL_MS) wait();
        else reject(new PatienceEnded(`No answer in ${ms} ms`));
      }, ms);
    };
    wait();
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
