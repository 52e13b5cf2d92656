import { describe, expect, it } from "vitest";
import { countCheck, countPlaywright, countVitest, formatCount, sumCounts } from "./counts";

const loaded = { status: "passed", assertionResults: [{}] };

describe("countVitest", () => {
  it("counts a good run", () => {
    const report = { numTotalTests: 3, numPassedTests: 3, testResults: [loaded] };

    expect(countVitest(report, 0)).toEqual({ passed: 3, failed: 0 });
  });

  it("counts skipped and unfinished tests as failed", () => {
    const report = { numTotalTests: 5, numPassedTests: 3, testResults: [loaded] };

    expect(countVitest(report, 0)).toEqual({ passed: 3, failed: 2 });
  });

  it("counts a file that could not be loaded as failed", () => {
    const report = {
      numTotalTests: 1,
      numPassedTests: 1,
      testResults: [loaded, { status: "failed", assertionResults: [] }],
    };

    expect(countVitest(report, 1)).toEqual({ passed: 1, failed: 1 });
  });

  it("fails a run that ended badly though every test passed", () => {
    const report = { numTotalTests: 3, numPassedTests: 3, testResults: [loaded] };

    expect(countVitest(report, 1)).toEqual({ passed: 3, failed: 1 });
  });

  it("fails a run of no tests, and one that wrote no report", () => {
    expect(countVitest({ numTotalTests: 0, numPassedTests: 0, testResults: [] }, 0)).toEqual({ passed: 0, failed: 1 });
    expect(countVitest(null, 0)).toEqual({ passed: 0, failed: 1 });
  });
});

describe("countPlaywright", () => {
  const good = { expected: 4, unexpected: 0, flaky: 0, skipped: 0 };

  it("counts a good run", () => {
    expect(countPlaywright({ stats: good, errors: [] }, 0)).toEqual({ passed: 4, failed: 0 });
  });

  it("counts flaky and skipped tests and errors outside of tests as failed", () => {
    const report = { stats: { ...good, unexpected: 1, flaky: 1, skipped: 1 }, errors: [{}] };

    expect(countPlaywright(report, 1)).toEqual({ passed: 4, failed: 4 });
  });

  it("fails a run of no tests, one that ended badly, and one that wrote no report", () => {
    expect(countPlaywright({ stats: { ...good, expected: 0 }, errors: [] }, 0).failed).toBe(1);
    expect(countPlaywright({ stats: good, errors: [] }, 1).failed).toBe(1);
    expect(countPlaywright(null, 0).failed).toBe(1);
  });
});

describe("the closing line", () => {
  it("says the sum of all stages", () => {
    expect(formatCount(sumCounts([countCheck(0), countCheck(1), { passed: 10, failed: 2 }]))).toBe(
      "11 passed, 3 failed",
    );
    expect(formatCount(sumCounts([]))).toBe("0 passed, 0 failed");
  });
});
