import { describe, expect, it } from "vitest";
import { faultsInWireNames, fromWireNames } from "./wire-names";

const NAMES = { price_max: "priceKrwMax" };

describe("the wire's names", () => {
  it("become those of the input, and other fields stay", () => {
    expect(fromWireNames({ price_max: 5, count: 2 }, NAMES)).toEqual({ priceKrwMax: 5, count: 2 });
  });

  it("are those in which a fault is told", () => {
    const fields = { priceKrwMax: ["too_small"], "priceKrwMax.0": ["odd"], count: ["too_big"] };

    expect(faultsInWireNames(fields, NAMES)).toEqual({
      price_max: ["too_small"],
      "price_max.0": ["odd"],
      count: ["too_big"],
    });
  });
});
