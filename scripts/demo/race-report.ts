/** How one race ended. */
export type RaceResult = {
  requests: number;
  successes: number;
  /** How many were refused, by error code. */
  refusals: Readonly<Record<string, number>>;
  elapsedMs: number;
  /** Broken promises that the audit found, by rule. */
  violations: Readonly<Record<string, number>>;
};

const LABEL_WIDTH = 30;
const COLUMN_WIDTH = 22;

/** Both races of one crowd, side by side, as lines for the terminal. */
export function formatRaces(fans: number, without: RaceResult, withLock: RaceResult): string[] {
  const row = (label: string, show: (result: RaceResult) => string) =>
    `  ${label.padEnd(LABEL_WIDTH)}${[without, withLock].map((result) => show(result).padStart(COLUMN_WIDTH)).join("")}`;
  const codes = [...new Set([without, withLock].flatMap((result) => Object.keys(result.refusals)))].sort();
  const rules = [...new Set([without, withLock].flatMap((result) => Object.keys(result.violations)))].sort();
  const ruleWidth = LABEL_WIDTH + 2 * COLUMN_WIDTH;
  return [
    "",
    `  ${fans} fans, one seat, the same moment`,
    `  ${"".padEnd(LABEL_WIDTH)}${"without the lock".padStart(COLUMN_WIDTH)}${"with the lock".padStart(COLUMN_WIDTH)}`,
    `  ${"─".repeat(ruleWidth)}`,
    row("requests", ({ requests }) => String(requests)),
    row("bookings made of the seat", ({ successes }) => `${successes}${successes === 1 ? "" : "  ✗"}`),
    ...codes.map((code) => row(`refused: ${code}`, ({ refusals }) => String(refusals[code] ?? 0))),
    row("elapsed", ({ elapsedMs }) => `${elapsedMs.toFixed(0)} ms`),
    row("audit: broken promises", ({ violations }) => String(sumOf(violations))),
    ...rules.map((rule) => row(`  ${rule}`, ({ violations }) => String(violations[rule] ?? 0))),
  ];
}

/** How often each of `names` occurs. */
export function tally(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

const sumOf = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);
