/** Narrows `condition`; a failure is a bug of ours, so it throws a plain Error that surfaces as `internal`. */
export function assert(condition: unknown, claim: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${claim}`);
}
