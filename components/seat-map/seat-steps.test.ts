import { describe, expect, it } from "vitest";
import { buildHall } from "./hall";
import { entrySeat, firstSeat, stepFrom, stepFromSection } from "./seat-steps";
import { gridMap } from "./test-hall";

const anySeat = () => true;

/** Three sections in a line, of 2 rows × 3 seats each; the one in the middle is a standing area of six places. */
function hallWithStanding() {
  const map = gridMap({ rows: 2, seatsPerRow: 3, sections: ["A", "Standing", "B"] });
  for (let seat = 6; seat < 12; seat++) {
    [map.seats.x[seat], map.seats.y[seat], map.seats.flags[seat], map.seats.rowLabel[seat]] = [156, 13, 8, ""];
  }
  return buildHall(map);
}

describe("a standing area", () => {
  const hall = hallWithStanding();

  it("is one stop on the way, however many places it has", () => {
    expect(stepFrom(hall, 2, "right", anySeat)).toBe(6);
    expect([12, 15]).toContain(stepFrom(hall, 6, "right", anySeat));
    expect(stepFrom(hall, 6, "row_end", anySeat)).toBe(6);
  });

  it("is a stop also when its first place is taken", () => {
    expect(stepFrom(hall, 2, "right", (seat) => seat !== 6)).toBe(6);
  });

  it("is never where the walk begins", () => {
    expect(firstSeat(hall, (seat) => seat >= 6)).toBe(12);
  });
});

describe("walking sections", () => {
  const hall = hallWithStanding();

  it("goes to the neighbour in the direction of the arrow and stops at the wall", () => {
    expect(stepFromSection(hall, 0, "right")).toBe(1);
    expect(stepFromSection(hall, 2, "left")).toBe(1);
    expect(stepFromSection(hall, 2, "right")).toBe(2);
    expect(stepFromSection(hall, 0, "up")).toBe(0);
  });

  it("goes through all of them in the order of the plan", () => {
    expect([0, 1, 2].map((section) => stepFromSection(hall, section, "next_section"))).toEqual([1, 2, 2]);
    expect(stepFromSection(hall, 2, "previous_section")).toBe(1);
  });

  it("enters at the first free seat, or at the first of all when none is", () => {
    expect(entrySeat(hall, 2, (seat) => seat > 13)).toBe(14);
    expect(entrySeat(hall, 2, () => false)).toBe(12);
  });
});
