import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildHall } from "./hall";
import { orphanFixes, orphansOf } from "./orphan-watch";
import { gridMap } from "./test-hall";

const hall = buildHall(gridMap({ rows: 2, seatsPerRow: 8 }));
const FREE = "0".repeat(16);
const choice = (chosen: number[], statuses = FREE, held: number[] = []) => ({ statuses, chosen, held });

describe("orphansOf", () => {
  it("names the seat that a choice would leave alone at the end of a row or between taken ones", () => {
    expect(orphansOf(hall, choice([1])).avoidable).toEqual([0]);
    expect(orphansOf(hall, choice([3], "0200000000000000")).avoidable).toEqual([2]);
    expect(orphansOf(hall, choice([0, 1])).avoidable).toEqual([]);
  });

  it("tells apart what cannot be helped", () => {
    expect(orphansOf(hall, choice([3], "2220020000000000"))).toEqual({ avoidable: [], unavoidable: [4] });
  });

  it("takes what the fan holds already and what they choose now for one choice", () => {
    expect(orphansOf(hall, choice([2], "1000000000000000", [0])).avoidable).toEqual([1]);
    expect(orphansOf(hall, choice([1, 2], "1000000000000000", [0])).avoidable).toEqual([]);
  });
});

describe("orphanFixes", () => {
  it("offers to take the lonely seat too, while there is room for it", () => {
    expect(orphanFixes(hall, choice([1, 2]), 1).take).toEqual({ remove: [], add: [0] });
    expect(orphanFixes(hall, choice([1, 2]), 0).take).toBeNull();
  });

  it("offers the shortest move within the row", () => {
    expect(orphanFixes(hall, choice([1, 2]), 0).move).toEqual({ remove: [2], add: [0] });
    expect(orphanFixes(hall, choice([3], "0200000000000000"), 1).move).toEqual({ remove: [3], add: [2] });
  });

  it("has nothing to offer where nothing is wrong", () => {
    expect(orphanFixes(hall, choice([0, 1]), 2)).toEqual({ take: null, move: null });
  });

  it("moves nobody into another grade", () => {
    const map = gridMap({ rows: 1, seatsPerRow: 4 });
    map.seats.grade[0] = "S";
    expect(orphanFixes(buildHall(map), choice([1], "0000"), 0).move).toEqual({ remove: [1], add: [3] });
  });

  it("always leads to a choice of seats that are free and leaves nobody alone", () => {
    const statuses = fc.array(fc.constantFrom("0", "0", "0", "2"), { minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(statuses, fc.uniqueArray(fc.nat(15), { maxLength: 5 }), (codes, picked) => {
        const chosen = picked.filter((seat) => codes[seat] === "0");
        const before = choice(chosen, codes.join(""));
        const { take, move } = orphanFixes(hall, before, 2);
        for (const swap of [take, move]) {
          if (!swap) continue;
          const after = [...chosen.filter((seat) => !swap.remove.includes(seat)), ...swap.add];
          expect(swap.add.every((seat) => codes[seat] === "0" && !chosen.includes(seat))).toBe(true);
          expect(new Set(after).size).toBe(after.length);
          expect(orphansOf(hall, { ...before, chosen: after }).avoidable).toEqual([]);
        }
        if (move) expect(move.add).toHaveLength(move.remove.length);
      }),
    );
  });
});
