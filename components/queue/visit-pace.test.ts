import { describe, expect, it } from "vitest";
import { nextVisitMs } from "./visit-pace";

const waiting = (ahead: number | null) =>
  ({ state: "waiting", ahead, waiting: 100, wait_seconds: 1, is_paused: false, is_live: true }) as const;
const at = (random: number, ahead: number | null, msToOpening = 0) =>
  nextVisitMs({ answer: waiting(ahead), msToOpening, random: () => random });

describe("the pace of visits", () => {
  it("is quicker for who is nearly in", () => {
    expect(at(0.5, 3)).toBeLessThan(at(0.5, 300));
    expect(at(0.5, null)).toBe(at(0.5, 300));
  });

  it("spreads a crowd that would ask at once", () => {
    expect(at(0, 300)).toBeLessThan(at(1, 300));
  });

  it("brings nobody before the opening, and all soon after", () => {
    for (const random of [0, 0.5, 1]) {
      expect(at(random, null, 1_000)).toBeGreaterThanOrEqual(1_000);
      expect(at(random, null, 1_000)).toBeLessThanOrEqual(2_500);
    }
    expect(at(0.5, null, 3_600_000)).toBe(10_000);
  });
});
