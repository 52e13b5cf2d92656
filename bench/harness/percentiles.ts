export type Percentiles = { count: number; p50: number; p95: number; p99: number; max: number };

/** The values at these shares, by nearest rank: each is a value that was measured. All 0 when nothing was. */
export function percentilesOf(values: readonly number[]): Percentiles {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

/** The middle of a few repetitions. */
export const medianOf = (values: readonly number[]): number => percentilesOf(values).p50;
