import { describe, expect, it } from "vitest";
import { seededRandom } from "./random";

const story = (seed: string) => {
  const random = seededRandom(seed);
  return Array.from({ length: 20 }, () => random.whole(0, 1_000));
};

describe("seededRandom", () => {
  it("tells the same story for the same seed, and another for another", () => {
    expect(story("first-train")).toEqual(story("first-train"));
    expect(story("first-train")).not.toEqual(story("last-train"));
  });

  it("stays within its bounds", () => {
    const random = seededRandom("bounds");
    for (let draw = 0; draw < 1_000; draw++) {
      expect(random.range(-2, 2)).toBeGreaterThanOrEqual(-2);
      expect(random.whole(3, 5)).toBeLessThanOrEqual(5);
      expect(["a", "b"]).toContain(random.pick(["a", "b"]));
    }
  });
});
