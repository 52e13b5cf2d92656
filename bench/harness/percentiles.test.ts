import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { medianOf, percentilesOf } from "./percentiles";

describe("percentilesOf", () => {
  it("takes values that were measured, by nearest rank", () => {
    const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);

    expect(percentilesOf(hundred)).toEqual({ count: 100, p50: 50, p95: 95, p99: 99, max: 100 });
    expect(percentilesOf([7])).toEqual({ count: 1, p50: 7, p95: 7, p99: 7, max: 7 });
    expect(percentilesOf([])).toEqual({ count: 0, p50: 0, p95: 0, p99: 0, max: 0 });
    expect(medianOf([3, 1, 2])).toBe(2);
  });

  it("never names a share that fewer values reach", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1 }), (values) => {
        const { p95 } = percentilesOf(values);
        expect(values.filter((value) => value <= p95).length / values.length).toBeGreaterThanOrEqual(0.95);
      }),
    );
  });
});
