/** What `GET /api/metrics` says, one number a sample. */
export type Samples = ReadonlyMap<string, number>;

/** Keys are as written: `rowlock_availability_reads_total{source="redis"}`. */
export function parseSamples(text: string): Samples {
  const samples = new Map<string, number>();
  for (const line of text.split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const space = line.lastIndexOf(" ");
    samples.set(line.slice(0, space), Number(line.slice(space + 1)));
  }
  return samples;
}

/** How much a sample has risen; one that was not there stood at 0. */
export const riseOf = (key: string, before: Samples, after: Samples): number =>
  (after.get(key) ?? 0) - (before.get(key) ?? 0);
