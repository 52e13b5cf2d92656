import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findOrphans, neighbourRuns, type RowSeat, type SeatStanding } from "./orphans";

const STANDINGS: Readonly<Record<string, SeatStanding>> = { ".": "free", x: "taken", o: "own", w: "wanted" };

/** A row as a picture: "." free, "x" taken, "o" own, "w" wanted, "|" an aisle. */
function aRow(picture: string) {
  const standings: SeatStanding[] = [];
  const row: RowSeat[] = [];
  let x = 0;
  for (const mark of picture) {
    if (mark === "|") x += 20;
    else {
      row.push({ seatIndex: standings.length, x, y: 0 });
      standings.push(STANDINGS[mark] ?? "free");
      x += 20;
    }
  }
  return { row, standingOf: (seatIndex: number) => standings[seatIndex] ?? "taken" };
}

const orphansIn = (picture: string) => {
  const { row, standingOf } = aRow(picture);
  return findOrphans(row, standingOf);
};

describe("findOrphans", () => {
  it.each([
    ["between the wanted seats and a taken one", "..ww.x....", [4]],
    ["between taken seats where more room was left", "x.ww...x", [1]],
    ["between the wanted seats and the row's end", ".ww.....", [0]],
    ["between the wanted seats and an aisle", "...ww.|....", [5]],
    ["inside a choice with a hole", "w.w.....", [1]],
    ["at both ends", ".ww.xx", [0, 3]],
    ["between what is held and what is wanted", "o.w......", [1]],
    ["beside a hold that grows towards it", ".wo......", [0]],
  ])("names the avoidable seat left alone %s", (_, picture, avoidable) => {
    expect(orphansIn(picture)).toEqual({ avoidable, unavoidable: [] });
  });

  it.each(["ww..x", "..ww", "xwwx", "ww", "..|ww|..", "..ww..", "oow...."])("finds nothing to say of %s", (picture) => {
    expect(orphansIn(picture)).toEqual({ avoidable: [], unavoidable: [] });
  });

  it("forgives the one seat that a gap of one more must leave", () => {
    expect(orphansIn("xww.x")).toEqual({ avoidable: [], unavoidable: [3] });
    expect(orphansIn("w.")).toEqual({ avoidable: [], unavoidable: [1] });
    expect(orphansIn("xow.x...")).toEqual({ avoidable: [], unavoidable: [3] });
  });

  it("does not blame a fan for a seat that was alone before", () => {
    expect(orphansIn("x.x..ww..")).toEqual({ avoidable: [], unavoidable: [] });
    expect(orphansIn("o.oww....")).toEqual({ avoidable: [], unavoidable: [] });
  });

  it("never calls a place made for one an orphan", () => {
    const { row, standingOf } = aRow(".ww....");
    const places = row.map((seat) => ({ ...seat, isMadeForOne: seat.seatIndex === 0 }));
    expect(findOrphans(places, standingOf)).toEqual({ avoidable: [], unavoidable: [] });
  });

  const anyRow = fc.string({ unit: fc.constantFrom(".", ".", ".", "x", "w", "o", "|"), minLength: 1, maxLength: 20 });

  it("names only free seats whose neighbours are all gone, each once", () => {
    fc.assert(
      fc.property(anyRow, (picture) => {
        const { row, standingOf } = aRow(picture);
        const { avoidable, unavoidable } = findOrphans(row, standingOf);
        const named = [...avoidable, ...unavoidable];
        expect(new Set(named).size).toBe(named.length);
        for (const seatIndex of named) {
          expect(standingOf(seatIndex)).toBe("free");
          const run = neighbourRuns(row).find((seats) => seats.some((seat) => seat.seatIndex === seatIndex)) ?? [];
          const at = run.findIndex((seat) => seat.seatIndex === seatIndex);
          const beside = [run[at - 1], run[at + 1]].filter((seat) => seat !== undefined);
          for (const seat of beside) expect(standingOf(seat.seatIndex)).not.toBe("free");
          expect(beside.some((seat) => standingOf(seat.seatIndex) === "wanted")).toBe(true);
        }
      }),
    );
  });

  it("refuses nothing without offering as many seats in the same gap that it would not refuse", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 511 }), (length, wishes) => {
        const seats = Array.from({ length }, (_, i) => (wishes & (1 << i) ? "w" : "."));
        const wanted = seats.filter((mark) => mark === "w").length;
        const choices = Array.from({ length: 2 ** length }, (_, bits) => bits).filter(
          (bits) => bits.toString(2).replaceAll("0", "").length === wanted,
        );
        const leavesNone = (bits: number) => {
          const { avoidable, unavoidable } = orphansIn(seats.map((__, i) => (bits & (1 << i) ? "w" : ".")).join(""));
          return avoidable.length + unavoidable.length === 0;
        };
        const { avoidable, unavoidable } = orphansIn(seats.join(""));
        if (avoidable.length > 0) expect(choices.some(leavesNone)).toBe(true);
        if (unavoidable.length > 0) expect(choices.some(leavesNone)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});

describe("neighbourRuns", () => {
  it("seats people by place, whatever the order and the numbers, along a slope or a curve", () => {
    const arc = Array.from({ length: 9 }, (_, i) => ({
      seatIndex: i,
      x: 200 * Math.cos((Math.PI * (i + 1)) / 10),
      y: 200 * Math.sin((Math.PI * (i + 1)) / 10),
    }));
    fc.assert(
      fc.property(fc.shuffledSubarray(arc, { minLength: 9 }), (shuffled) => {
        const [run, ...others] = neighbourRuns(shuffled).map((seats) => seats.map((seat) => seat.seatIndex));
        const ascending = run?.[0] === 0 ? run : run?.toReversed();
        expect([ascending, others]).toEqual([[0, 1, 2, 3, 4, 5, 6, 7, 8], []]);
      }),
    );
  });

  it("ends a run at an aisle wider than one and a half seats, not at a slightly wider seat", () => {
    const at = (...xs: number[]) => neighbourRuns(xs.map((x, seatIndex) => ({ seatIndex, x, y: 0 })));
    expect(at(0, 20, 40, 71, 91).map((run) => run.length)).toEqual([3, 2]);
    expect(at(0, 20, 40, 70, 90).map((run) => run.length)).toEqual([5]);
    expect(at(5)).toHaveLength(1);
    expect(at()).toEqual([]);
  });
});
