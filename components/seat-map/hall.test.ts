import { describe, expect, it } from "vitest";
import { buildHall, seatAt, seatsWithin } from "./hall";
import { boxOfArea } from "./plan-box";
import { countFree } from "./seat-looks";
import { firstSeat, stepFrom } from "./seat-steps";
import { gridMap } from "./test-hall";

const anySeat = () => true;
// Two sections of 3 rows × 4 seats: A is seats 0–11, B is seats 12–23.
const hall = buildHall(gridMap({ rows: 3, seatsPerRow: 4, sections: ["A", "B"] }));

describe("buildHall", () => {
  it("learns the pitch from the seats themselves", () => {
    expect(hall.pitch).toBeCloseTo(26);
    expect(buildHall(gridMap({ rows: 2, seatsPerRow: 2, pitch: 10 })).pitch).toBeCloseTo(10);
  });

  it("orders a row by number, not by text", () => {
    const map = gridMap({ rows: 1, seatsPerRow: 12 });
    map.seats.seatNumber.reverse();

    const numbers = buildHall(map).rows[0]?.seats.map((seat) => Number(map.seats.seatNumber[seat]));

    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it("keeps rows of one label in different sections apart", () => {
    expect(hall.rows).toHaveLength(6);
    expect(hall.sections.map(({ name, seatCount }) => [name, seatCount])).toEqual([
      ["A", 12],
      ["B", 12],
    ]);
  });

  it("stands an empty hall", () => {
    const empty = buildHall(gridMap({ rows: 0, seatsPerRow: 0 }));

    expect(seatAt(empty, { x: 0, y: 0 }, anySeat)).toBeNull();
    expect(firstSeat(empty, anySeat)).toBeNull();
    expect(empty.bounds.maxX).toBeGreaterThan(empty.bounds.minX);
  });

  it("finds one of 50,000 seats by its place", () => {
    const large = buildHall(gridMap({ rows: 200, seatsPerRow: 250 }));

    expect(seatAt(large, { x: 249 * 26, y: 199 * 26 }, anySeat)).toBe(49_999);
  });
});

describe("seatAt", () => {
  it("finds the seat under the point, and nothing in an aisle", () => {
    expect(seatAt(hall, { x: 27, y: 3 }, anySeat)).toBe(1);
    expect(seatAt(hall, { x: 3 * 26 + 39, y: 0 }, anySeat)).toBeNull();
  });

  it("looks through seats that are not there", () => {
    expect(seatAt(hall, { x: 0, y: 0 }, (seat) => seat !== 0)).toBeNull();
  });

  it("lists the seats of a part of the plan", () => {
    expect(seatsWithin(hall, { minX: -1, minY: -1, maxX: 27, maxY: 27 }).sort((a, b) => a - b)).toEqual([0, 1, 4, 5]);
  });
});

describe("stepFrom", () => {
  it("walks seat to seat in the direction of the arrow", () => {
    expect(stepFrom(hall, 5, "right", anySeat)).toBe(6);
    expect(stepFrom(hall, 5, "left", anySeat)).toBe(4);
    expect(stepFrom(hall, 5, "down", anySeat)).toBe(9);
    expect(stepFrom(hall, 5, "up", anySeat)).toBe(1);
  });

  it("crosses an aisle and stops at the wall", () => {
    expect(stepFrom(hall, 3, "right", anySeat)).toBe(12);
    expect(stepFrom(hall, 0, "left", anySeat)).toBe(0);
    expect(stepFrom(hall, 0, "up", anySeat)).toBe(0);
  });

  it("steps over seats that are not there", () => {
    expect(stepFrom(hall, 5, "right", (seat) => seat !== 6)).toBe(7);
  });

  it("jumps to the ends of the row and to other sections", () => {
    expect(stepFrom(hall, 5, "row_start", anySeat)).toBe(4);
    expect(stepFrom(hall, 5, "row_end", anySeat)).toBe(7);
    expect(stepFrom(hall, 5, "next_section", anySeat)).toBe(12);
    expect(stepFrom(hall, 12, "next_section", anySeat)).toBe(12);
    expect(stepFrom(hall, 20, "previous_section", anySeat)).toBe(0);
  });
});

describe("countFree", () => {
  it("counts what is free in all and by grade", () => {
    const small = buildHall(gridMap({ rows: 2, seatsPerRow: 3 }));

    expect(countFree(small, "012003")).toEqual({ total: 3, byGrade: { VIP: 0, R: 1, S: 2, A: 0 } });
  });
});

describe("boxOfArea", () => {
  const area = { fill: null, stroke: null, text: null, points: [], rotation: 0 };

  it("measures a box from its corner and a disc from its middle", () => {
    expect(boxOfArea({ ...area, shape: "rectangle", x: 10, y: 20, width: 30, height: 5 })).toEqual({
      minX: 10,
      minY: 20,
      maxX: 40,
      maxY: 25,
    });
    expect(boxOfArea({ ...area, shape: "circle", x: 10, y: 20, width: 8, height: 8 })).toMatchObject({
      minX: 6,
      maxY: 24,
    });
  });

  it("turns with the area", () => {
    const turned = boxOfArea({ ...area, shape: "rectangle", x: 0, y: 0, width: 10, height: 4, rotation: 90 });

    expect(turned.minX).toBeCloseTo(-4);
    expect(turned.maxY).toBeCloseTo(10);
  });
});
