import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseBest, largestBlock } from "./best-available";
import { findBlocks, type Wish } from "./best-available-blocks";
import { defaultFocalPoint, type HallSeat, prepareHall } from "./best-available-hall";

const WIDTH = 10;
const PITCH = 20;

/** Rows of ten, the nearest first; "0" free, "2" sold, "a" a free wheelchair place, "c" a free seat beside one. */
function aHall(rows: readonly string[], over: (seat: HallSeat) => Partial<HallSeat> = () => ({})) {
  const marks = [...rows.join("")];
  const seats = marks.map((mark, seatIndex): HallSeat => {
    const row = Math.floor(seatIndex / WIDTH);
    const seat: HallSeat = {
      seatIndex,
      section: "A",
      rowLabel: String(row + 1),
      x: (seatIndex % WIDTH) * PITCH + 10,
      y: (row + 2) * PITCH,
      grade: "R",
      priceKrw: 99_000,
      isAccessible: mark === "a",
      isCompanion: mark === "c",
    };
    return { ...seat, ...over(seat) };
  });
  const statuses = marks.map((mark) => (mark === "2" ? "2" : "0")).join("");
  return { hall: prepareHall(seats, defaultFocalPoint({ width: WIDTH * PITCH })), statuses, seats };
}

const NOTHING_EXCLUDED: ReadonlySet<number> = new Set();
const firstOfTheBest = { random: () => 0, spread: 0, leavesNoOrphans: false };

function choose(rows: readonly string[], wish: Wish, options: Partial<typeof firstOfTheBest> = {}) {
  const { hall, statuses } = aHall(rows);
  return chooseBest(hall, { statuses, excluded: NOTHING_EXCLUDED }, wish, { ...firstOfTheBest, ...options });
}

const FREE = "0000000000";
const SOLD = "2222222222";

describe("chooseBest", () => {
  it("takes the middle of the nearest row", () => {
    expect(choose([FREE, FREE], { count: 2 })).toEqual({ seatIndexes: [4, 5], isSplit: false });
    expect(choose([SOLD, FREE], { count: 4 })).toEqual({ seatIndexes: [13, 14, 15, 16], isSplit: false });
  });

  it("goes a row back rather than leave a seat alone", () => {
    expect(choose(["2222002222", "2220002222"], { count: 2 })?.seatIndexes).toEqual([4, 5]);
    expect(choose(["2220002222", "2222002222"], { count: 2 })?.seatIndexes).toEqual([14, 15]);
  });

  it("leaves a seat alone when nothing else is left, and never where it need not if that is forbidden", () => {
    expect(choose(["2220002222"], { count: 2 })?.seatIndexes).toHaveLength(2);
    expect(choose(["2220002222"], { count: 2 }, { leavesNoOrphans: true })?.seatIndexes).toHaveLength(2);
  });

  it("keeps wheelchair places and the seats beside them for those who ask", () => {
    const rows = ["2222ac2222", FREE];
    expect(choose(rows, { count: 2 })?.seatIndexes).toEqual([14, 15]);
    expect(choose(rows, { count: 2, isAccessible: true })?.seatIndexes).toEqual([4, 5]);
    expect(choose(rows, { count: 1, isAccessible: true })?.seatIndexes).toEqual([4]);
    expect(choose(rows, { count: 3, isAccessible: true })).toBeNull();
  });

  it("sells a lone wheelchair place without regard for the seat it leaves", () => {
    expect(choose(["22acc22222"], { count: 1, isAccessible: true })?.seatIndexes).toEqual([2]);
  });

  it("keeps to a grade and to a range of prices", () => {
    const { hall, statuses } = aHall([FREE, FREE], (seat) =>
      seat.rowLabel === "1" ? { grade: "VIP", priceKrw: 150_000 } : {},
    );
    const moment = { statuses, excluded: NOTHING_EXCLUDED };
    const pick = (wish: Partial<Wish>) => chooseBest(hall, moment, { count: 2, ...wish }, firstOfTheBest)?.seatIndexes;

    expect(pick({ grade: "R" })).toEqual([14, 15]);
    expect(pick({ priceKrwMax: 100_000 })).toEqual([14, 15]);
    expect(pick({ priceKrwMin: 100_000 })).toEqual([4, 5]);
    expect(pick({ grade: "S" })).toBeUndefined();
  });

  it("seats a party in two neighbouring rows, halved and close, only where no row has room", () => {
    const rows = ["2220022222", "2222002222", SOLD, "2222000222"];
    expect(choose(rows, { count: 4 })).toEqual({ seatIndexes: [3, 4, 14, 15], isSplit: true });
    expect(choose([SOLD, "2222000022", "2222000222"], { count: 4 })?.isSplit).toBe(false);
    expect(choose(["0000222222", SOLD, "0000222222"], { count: 5 })).toBeNull();
  });

  it("leaves out what it is told to", () => {
    const { hall, statuses } = aHall([FREE]);
    const choice = chooseBest(hall, { statuses, excluded: new Set([4, 5]) }, { count: 2 }, firstOfTheBest);
    expect(choice?.seatIndexes).toEqual([6, 7]);
  });

  const anyHall = fc.array(
    fc.string({ unit: fc.constantFrom("0", "0", "0", "2", "a", "c"), minLength: WIDTH, maxLength: WIDTH }),
    {
      minLength: 1,
      maxLength: 6,
    },
  );
  const anyCount = fc.integer({ min: 1, max: 6 });
  const anyRandom = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

  it("chooses free seats of the right number, in a row unless no row has room, no worse than the spread allows", () => {
    fc.assert(
      fc.property(anyHall, anyCount, anyRandom, fc.boolean(), (rows, count, luck, isAccessible) => {
        const { hall, statuses, seats } = aHall(rows);
        const moment = { statuses, excluded: NOTHING_EXCLUDED };
        const wish = { count, isAccessible };
        const spread = 0.03;
        const choice = chooseBest(hall, moment, wish, { random: () => luck, spread, leavesNoOrphans: false });
        const blocks = findBlocks(hall, moment, wish);

        if (blocks.length > 0) expect(choice?.isSplit).toBe(false);
        if (!choice) return;
        expect(new Set(choice.seatIndexes).size).toBe(count);
        for (const seatIndex of choice.seatIndexes) {
          expect(statuses[seatIndex]).toBe("0");
          const seat = seats[seatIndex];
          expect(seat?.isAccessible || seat?.isCompanion).toBe(isAccessible);
        }
        if (choice.isSplit) return;
        const chosen = blocks.find((block) => block.seats[0]?.seatIndex === Math.min(...choice.seatIndexes));
        const kind = blocks.filter((block) => block.orphans === "none");
        if (kind.length > 0) expect(chosen?.orphans).toBe("none");
        const rivals = kind.length > 0 ? kind : blocks;
        const best = Math.min(...rivals.map((block) => block.score));
        expect(chosen?.score).toBeLessThanOrEqual(best * (1 + spread) + 1e-9);
      }),
    );
  });

  it("finds blocks up to the largest there is, and none beyond", () => {
    fc.assert(
      fc.property(anyHall, (rows) => {
        const { hall, statuses } = aHall(rows);
        const moment = { statuses, excluded: NOTHING_EXCLUDED };
        const largest = largestBlock(hall, moment, { count: 1 });
        if (largest > 0) expect(findBlocks(hall, moment, { count: largest }).length).toBeGreaterThan(0);
        expect(findBlocks(hall, moment, { count: largest + 1 })).toEqual([]);
      }),
    );
  });
});
