import { describe, expect, it } from "vitest";
import { NO_FILTER } from "./seat-filter";
import { formatWish, parseWish } from "./stored-wish";

const offer = [
  { code: "R", priceKrw: 99_000 },
  { code: "S", priceKrw: 66_000 },
] as const;
const parsed = (stored: string | null) => parseWish(stored, [...offer]);
const NO_WISH = { party: 2, filter: NO_FILTER };

describe("parseWish", () => {
  it("reads what was written", () => {
    const wishes = [
      { party: 4, filter: { ...NO_FILTER, grade: "R" as const, together: 4 } },
      { party: 1, filter: { ...NO_FILTER, priceKrw: { min: 66_000, max: 66_000 }, isAccessible: true } },
    ];
    for (const wish of wishes) expect(parsed(formatWish(wish))).toEqual(wish);
  });

  it("wishes for nothing where nothing sensible was written", () => {
    for (const stored of [null, "", "{", "5", "[]", '"x"', '{"party":0,"together":-3,"isAccessible":"yes"}'])
      expect(parsed(stored)).toEqual(NO_WISH);
  });

  it("leaves out grades and prices that this hall does not have", () => {
    expect(parsed('{"grade":"VIP","priceKrw":{"min":1,"max":66000}}')).toEqual(NO_WISH);
    expect(parsed('{"priceKrw":{"min":99000,"max":66000}}')).toEqual(NO_WISH);
  });
});
