import { describe, expect, it } from "vitest";
import { isOverview } from "./draw-grounds";
import { buildHall, seatAt, seatsWithin } from "./hall";
import { isInside, sectionAt } from "./map-outlines";
import { closeUp } from "./map-transform";
import { gridMap } from "./test-hall";

const outlinesOf = ({ sections }: ReturnType<typeof buildHall>) => sections.map(({ outline }) => outline);

/** One section of 10 rows bent halfway around the stage at (0, 0). */
function bentMap() {
  const map = gridMap({ rows: 10, seatsPerRow: 60 });
  for (let seat = 0; seat < map.seats.x.length; seat++) {
    const radius = 500 + Math.floor(seat / 60) * 26;
    const angle = ((seat % 60) / 59) * Math.PI;
    map.seats.x[seat] = radius * Math.cos(angle);
    map.seats.y[seat] = radius * Math.sin(angle);
  }
  return map;
}

function mapWithStanding() {
  const map = gridMap({ rows: 2, seatsPerRow: 4, sections: ["A", "Standing"] });
  for (let seat = 8; seat < 16; seat++) {
    [map.seats.x[seat], map.seats.y[seat], map.seats.flags[seat], map.seats.rowLabel[seat]] = [500, 500, 8, ""];
  }
  const look = { fill: null, stroke: null, text: null, points: [], rotation: 0 };
  const hall = { ...look, shape: "rectangle", x: 0, y: 0, width: 900, height: 900 } as const;
  return { ...map, areas: [hall, { ...hall, x: 400, y: 400, width: 200, height: 200 }] };
}

describe("outlineSection", () => {
  it("covers every seat of its section and none of the next", () => {
    const hall = buildHall(gridMap({ rows: 5, seatsPerRow: 8, sections: ["A", "B"] }));
    const { x, y, section } = hall.map.seats;

    x.forEach((_, seat) => {
      expect(sectionAt(outlinesOf(hall), { x: x[seat] ?? 0, y: y[seat] ?? 0 })).toBe(section[seat]);
    });
  });

  it("leaves the middle of a bent section free", () => {
    const hall = buildHall(bentMap());

    expect(sectionAt(outlinesOf(hall), { x: 0, y: 200 })).toBeNull();
    expect(sectionAt(outlinesOf(hall), { x: 0, y: 600 })).toBe(0);
  });
});

describe("a section sold by number of people", () => {
  const hall = buildHall(mapWithStanding());

  it("takes the plan's smallest area around it as its ground", () => {
    expect(sectionAt(outlinesOf(hall), { x: 410, y: 410 })).toBe(1);
    expect(sectionAt(outlinesOf(hall), { x: 390, y: 390 })).toBeNull();
    expect(hall.areas).toHaveLength(1);
  });

  it("has no seats to draw or to pick, and does not count for the distance between seats", () => {
    expect(seatAt(hall, { x: 500, y: 500 }, () => true)).toBeNull();
    expect(seatsWithin(hall, { minX: 400, minY: 400, maxX: 600, maxY: 600 })).toEqual([]);
    expect(hall.pitch).toBeCloseTo(26);
  });

  it("is a disc where the plan has no area for it", () => {
    const map = mapWithStanding();
    const alone = buildHall({ ...map, areas: [] });

    expect(isInside(alone.sections[1]?.outline.parts[0] ?? [], { x: 510, y: 490 })).toBe(true);
  });
});

describe("isOverview", () => {
  it("shows sections from afar and seats from near by, and only in a large hall", () => {
    expect([3, 10].map((pitchPx) => isOverview(50_000, pitchPx, true))).toEqual([true, false]);
    expect(isOverview(1_200, 3, true)).toBe(false);
  });

  it("stays as it is in between", () => {
    expect([true, false].map((was) => isOverview(50_000, 6.1, was))).toEqual([true, false]);
  });
});

describe("closeUp", () => {
  it("shows a section whole, and its seats as seats", () => {
    const viewport = { width: 400, height: 400 };

    expect(closeUp({ minX: 0, minY: 0, maxX: 600, maxY: 300 }, 26, viewport).k * 600).toBeCloseTo(352);
    expect(closeUp({ minX: 0, minY: 0, maxX: 9_000, maxY: 300 }, 26, viewport).k * 26).toBeGreaterThan(8);
    expect(closeUp({ minX: 0, minY: 0, maxX: 30, maxY: 30 }, 26, viewport).k * 26).toBeLessThan(40);
  });
});
