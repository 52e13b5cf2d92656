/** How a race ended: what the winners returned and why each loser lost. */
export type RaceOutcome<T> = { won: T[]; lost: unknown[] };

/** Starts every contender in the same tick and waits for all of them. */
export async function race<T>(contenders: readonly (() => Promise<T>)[]): Promise<RaceOutcome<T>> {
  const settled = await Promise.allSettled(contenders.map((contend) => contend()));
  const outcome: RaceOutcome<T> = { won: [], lost: [] };
  for (const result of settled) {
    if (result.status === "fulfilled") outcome.won.push(result.value);
    else outcome.lost.push(result.reason);
  }
  return outcome;
}
