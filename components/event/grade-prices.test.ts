import { describe, expect, it } from "vitest";
import { gradeSpansOf } from "./grade-prices";

describe("gradeSpansOf", () => {
  it("names each grade once, dearest first, over schedules that price it differently", () => {
    const matinee = {
      grades: [
        { code: "R" as const, priceKrw: 66_000 },
        { code: "S" as const, priceKrw: 44_000 },
      ],
    };
    const evening = {
      grades: [
        { code: "VIP" as const, priceKrw: 132_000 },
        { code: "R" as const, priceKrw: 99_000 },
      ],
    };

    expect(gradeSpansOf([matinee, evening])).toEqual([
      { code: "VIP", fromKrw: 132_000, toKrw: 132_000 },
      { code: "R", fromKrw: 66_000, toKrw: 99_000 },
      { code: "S", fromKrw: 44_000, toKrw: 44_000 },
    ]);
  });

  it("is empty without schedules", () => {
    expect(gradeSpansOf([])).toEqual([]);
  });
});
