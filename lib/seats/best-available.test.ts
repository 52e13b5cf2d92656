import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseBest } from "./best-available";
import { largestBlock, type Wish } from "./best-available-blocks";
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
      isRestrictedView: false,
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

  it("goes a few rows back for a clear view, and offers the others when they are all that is left", () => {
    const { hall, statuses } = aHall([FREE, FREE], (seat) => ({ isRestrictedView: seat.rowLabel === "1" }));
    const pick = (excluded: ReadonlySet<number>) =>
      chooseBest(hall, { statuses, excluded }, { count: 2 }, firstOfTheBest)?.seatIndexes;

    expect(pick(NOTHING_EXCLUDED)).toEqual([14, 15]);
    expect(pick(new Set(Array.from({ length: WIDTH }, (_, i) => WIDTH + i)))).toEqual([4, 5]);
  });

  it("leaves out what it is told to", () => {
    const { hall, statuses } = aHall([FREE]);
    const choice = chooseBest(hall, { statuses, excluded: new Set([4, 5]) }, { count: 2 }, firstOfTheBest);
    expect(choice?.seatIndexes).toEqual([6, 7]);
  });

  const anyHall = fc.array(
    fc.string({ unit: fc.constantFrom("0", "0", "0", "2", "a", "c"), minLength: WIDTH, maxLength: WIDTH }),
    { minLength: 1, maxLength: 6 },
  );
  const anyCount = fc.integer({ min: 1, max: 6 });
  const anyRandom = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

  it("chooses from the very blocks that looking at every one of them finds", () => {
    const spread = 0.03;
    fc.assert(
      fc.property(anyHall, anyCount, anyRandom, fc.boolean(), fc.boolean(), (rows, count, luck, ...switches) => {
        const [isAccessible, leavesNoOrphans] = switches;
        const { hall, statuses } = aHall(rows);
        const moment = { statuses, excluded: NOTHING_EXCLUDED };
        const options = { random: () => luck, spread, leavesNoOrphans };
        const choice = chooseBest(hall, moment, { count, isAccessible }, options);

        const all = everyBlock(rows, count, isAccessible);
        const kind = all.filter((block) => block.orphans === "none");
        const other = all.filter((block) => !leavesNoOrphans || block.orphans === "unavoidable");
        const rivals = kind.length > 0 ? kind : other;
        const best = Math.min(...rivals.map((block) => block.score));
        const good = rivals.filter((block) => block.score <= best * (1 + spread) + 1e-9);

        if (rivals.length > 0) {
          expect(choice?.isSplit).toBe(false);
          expect(good.map((block) => block.seatIndexes)).toContainEqual(choice?.seatIndexes);
        } else if (choice) {
          expect(choice.isSplit).toBe(true);
          expect(new Set(choice.seatIndexes).size).toBe(count);
          for (const seatIndex of choice.seatIndexes) expect(rows.join("")[seatIndex]).toBe("0");
        }
      }),
    );
  });

  it("finds a pair of rows wherever two neighbouring rows have room for the halves", () => {
    const anyNarrowHall = fc.array(fc.constantFrom("0022222222", "2200222222", "2222022222", SOLD), {
      minLength: 2,
      maxLength: 5,
    });
    fc.assert(
      fc.property(anyNarrowHall, (rows) => {
        const rooms = rows.map((row) => row.split("2").reduce((most, gap) => Math.max(most, gap.length), 0));
        const hasRoom = rooms.some((room, i) => room >= 2 && Math.max(rooms[i - 1] ?? 0, rooms[i + 1] ?? 0) >= 1);
        expect(choose(rows, { count: 3 })?.isSplit ?? false).toBe(hasRoom);
      }),
    );
  });

  it("finds blocks up to the largest there is, and none beyond", () => {
    fc.assert(
      fc.property(anyHall, (rows) => {
        const { hall, statuses } = aHall(rows);
        const largest = largestBlock(hall, { statuses, excluded: NOTHING_EXCLUDED }, { count: 1 });
        if (largest > 0) expect(everyBlock(rows, largest, false).length).toBeGreaterThan(0);
        expect(everyBlock(rows, largest + 1, false)).toEqual([]);
      }),
    );
  });
});

/** Every block of a hall of `aHall`, found the slow way: from the marks alone. */
function everyBlock(rows: readonly string[], count: number, isAccessible: boolean) {
  return rows.flatMap((row, r) =>
    [...row].flatMap((_, first) => {
      const end = first + count;
      const block = row.slice(first, end);
      const suits = isAccessible ? /^[ac]*a[ac]*$/ : /^0+$/;
      if (block.length < count || !suits.test(block)) return [];
      const before = /[^2]*$/.exec(row.slice(0, first))?.[0] ?? "";
      const after = /^[^2]*/.exec(row.slice(end))?.[0] ?? "";
      const isLeftAlone = before === "0" || after === "0";
      const other = before.length + after.length > 1 ? "avoidable" : "unavoidable";
      const seatIndexes = Array.from({ length: count }, (_, i) => r * WIDTH + first + i);
      const score = seatIndexes.reduce((sum, seatIndex) => sum + costOf(seatIndex), 0) / count;
      return [{ seatIndexes, score, orphans: isLeftAlone ? other : "none" }];
    }),
  );
}

/** The way to the middle of the upper edge, and a quarter of that to the row's middle. */
function costOf(seatIndex: number): number {
  const at = (position: number) => (position % WIDTH) * PITCH + 10;
  const y = (Math.floor(seatIndex / WIDTH) + 2) * PITCH;
  return Math.hypot(at(seatIndex) - (WIDTH * PITCH) / 2, y) + 0.25 * Math.abs(at(seatIndex) - at(WIDTH / 2));
}
