/**
 * Which of two versions is newer: below zero when `a` is older, above when it is newer, 0 when they
 * are the same, `null` when nothing can be said, because they were counted in different epochs.
 */
export function compareVersions(a: string, b: string): number | null {
  if (a === b) return 0;
  const [left, right] = [parse(a), parse(b)];
  if (left === null || right === null || left.epoch !== right.epoch) return null;
  return left.sequence - right.sequence;
}

function parse(version: string): { epoch: string; sequence: number } | null {
  const match = /^(.+)\.(\d+)$/.exec(version);
  return match ? { epoch: match[1] ?? "", sequence: Number(match[2]) } : null;
}
