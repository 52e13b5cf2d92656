import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildHall } from "./hall";
import { nearestEqual } from "./nearest-equal";
import { orphansOf } from "./orphan-watch";
import { gridMap } from "./test-hall";

/** Three rows of eight; the first is R, the others are S. */
const map = gridMap({ rows: 3, seatsPerRow: 8 });
const hall = buildHall(map);
const taken = (...seats: number[]) =>
  [..."0".repeat(24)].map((code, seat) => (seats.includes(seat) ? "1" : code)).join("");
const loss = (lost: number[], more: Partial<Parameters<typeof nearestEqual>[1]> = {}) => ({
  ...{ lost, statuses: taken(...lost), chosen: [], held: [], leavesNoOrphans: false },
  ...more,
});

describe("nearestEqual", () => {
  it("offers the nearest free seat of the same grade", () => {
    expect(nearestEqual(hall, loss([9]))).toEqual([8]);
    expect(nearestEqual(hall, loss([3], { statuses: taken(1, 2, 3, 4) }))).toEqual([5]);
  });

  it("never offers another grade or another view", () => {
    const other = gridMap({ rows: 1, seatsPerRow: 4 });
    other.seats.flags[1] = 2;
    const statuses = "1000";
    expect(nearestEqual(buildHall(other), { ...loss([0]), statuses })).toEqual([2]);
    expect(nearestEqual(hall, loss([0], { statuses: taken(0, 1, 2, 3, 4, 5, 6, 7) }))).toBeNull();
  });

  it("goes on where the rest of the party sits", () => {
    expect(nearestEqual(hall, loss([12], { chosen: [10, 11] }))).toEqual([9]);
    expect(nearestEqual(hall, loss([12], { held: [11], statuses: taken(10, 11, 12) }))?.[0]).toBeGreaterThan(15);
  });

  it("keeps several lost seats side by side where a row has room", () => {
    expect(nearestEqual(hall, loss([8, 9], { statuses: taken(8, 9, 11, 13, 15, 16, 17) }))).toEqual([18, 19]);
  });

  it("scatters them only where no row has room", () => {
    const statuses = taken(...Array.from({ length: 24 }, (_, seat) => seat).filter((seat) => seat % 2 === 1));
    expect(nearestEqual(hall, loss([9, 11], { statuses }))).toHaveLength(2);
  });

  it("leaves nobody alone where the schedule asks for that", () => {
    expect(nearestEqual(hall, loss([9], { statuses: taken(9, 10), leavesNoOrphans: true }))).toEqual([8]);
    const offer = nearestEqual(hall, loss([8], { statuses: taken(8), leavesNoOrphans: true }));
    expect(offer).toEqual([9]);
  });

  it("offers only seats that are free, equal and not the party's own, whatever is taken", () => {
    const codes = fc.array(fc.constantFrom("0", "0", "1", "2"), { minLength: 24, maxLength: 24 });
    fc.assert(
      fc.property(
        codes,
        fc.uniqueArray(fc.nat(23), { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        (all, picked, rule) => {
          const [first = 0, ...rest] = picked;
          const lost = [first, ...rest.slice(0, 1)];
          for (const seat of lost) all[seat] = "1";
          const chosen = rest.slice(1).filter((seat) => all[seat] === "0");
          const own = { lost, chosen, held: [], statuses: all.join(""), leavesNoOrphans: rule };
          const offer = nearestEqual(hall, own);
          if (!offer) return;
          expect(new Set([...offer, ...chosen, ...lost]).size).toBe(offer.length + chosen.length + lost.length);
          expect(offer.every((seat) => all[seat] === "0")).toBe(true);
          const grades = (seats: number[]) => seats.map((seat) => map.seats.grade[seat]).sort();
          expect(grades(offer)).toEqual(grades(lost));
          const orphansWith = (seats: number[]) => orphansOf(hall, { ...own, chosen: seats }).avoidable.length;
          if (rule) expect(orphansWith([...chosen, ...offer])).toBeLessThanOrEqual(orphansWith(chosen));
        },
      ),
    );
  });
});
