import { describe, expect, it } from "vitest";
import { formatRaces, tally } from "./race-report";

describe("formatRaces", () => {
  const without = {
    requests: 5,
    successes: 5,
    refusals: {},
    elapsedMs: 12.4,
    violations: { seat_booked_twice: 1, live_seat_without_ticket: 4 },
  };
  const withLock = { requests: 5, successes: 1, refusals: { seat_unavailable: 4 }, elapsedMs: 20, violations: {} };

  it("shows every figure of both sides, one under the other", () => {
    const figures = formatRaces(5, without, withLock).map((line) =>
      line
        .trim()
        .split(/\s{2,}/)
        .join(" | "),
    );

    expect(figures).toEqual([
      "",
      "5 fans, one seat, the same moment",
      "without the lock | with the lock",
      "─".repeat(74),
      "requests | 5 | 5",
      "bookings made of the seat | 5 | ✗ | 1",
      "refused: seat_unavailable | 0 | 4",
      "elapsed | 12 ms | 20 ms",
      "audit: broken promises | 5 | 0",
      "live_seat_without_ticket | 4 | 0",
      "seat_booked_twice | 1 | 0",
    ]);
  });

  it("keeps its columns in line", () => {
    const rows = formatRaces(5, without, withLock).slice(4);

    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  });

  it("counts what it is given", () => {
    expect(tally(["a", "b", "a"])).toEqual({ a: 2, b: 1 });
  });
});
