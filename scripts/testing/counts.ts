import { existsSync, readFileSync } from "node:fs";

export type Count = { passed: number; failed: number };

type VitestReport = {
  numTotalTests: number;
  numPassedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
};

/** Counts a check that either passes or fails as a whole. */
export function countCheck(exitCode: number | null): Count {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Skipped, pending and unfinished tests count as failed, and so does a file that could not be loaded. */
export function countVitest(report: VitestReport | null, exitCode: number | null): Count {
  if (report === null) return { passed: 0, failed: 1 };
  const unloaded = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  const failed = report.numTotalTests - report.numPassedTests + unloaded.length;
  return withHonestEnd({ passed: report.numPassedTests, failed }, exitCode);
}

/** A test that passed only at a second try (flaky) or was skipped counts as failed. */
export function countPlaywright(report: PlaywrightReport | null, exitCode: number | null): Count {
  if (report === null) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return withHonestEnd({ passed: expected, failed: unexpected + flaky + skipped + report.errors.length }, exitCode);
}

export function sumCounts(counts: readonly Count[]): Count {
  return counts.reduce((sum, count) => ({ passed: sum.passed + count.passed, failed: sum.failed + count.failed }), {
    passed: 0,
    failed: 0,
  });
}

/** "12 passed, 0 failed": the last line of `npm test`. */
export function formatCount({ passed, failed }: Count): string {
  return `${passed} passed, ${failed} failed`;
}

/** A JSON report, or `null` when the run ended before it wrote one. */
export function readReport<T>(file: string): T | null {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** A suite that ran nothing, or ended badly though no test failed, has not passed. */
function withHonestEnd(count: Count, exitCode: number | null): Count {
  const isSuspicious = count.passed + count.failed === 0 || (exitCode !== 0 && count.failed === 0);
  return isSuspicious ? { ...count, failed: 1 } : count;
}
