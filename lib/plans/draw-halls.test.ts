import { describe, expect, it } from "vitest";
import { drawArena } from "./draw-arena";
import { drawClub } from "./draw-club";
import { drawStadium } from "./draw-stadium";
import { drawTheatre } from "./draw-theatre";
import { isInside, middleOfArea } from "./general-admission";
import type { Plan, PlanPoint, PlanSeat } from "./plan";

const SEAT_WIDTH = 20;

const halls: [name: string, plan: Plan, seatsMin: number, seatsMax: number][] = [
  ["theatre", drawTheatre(), 280, 320],
  ["arena", drawArena(), 1_100, 1_300],
  ["club", drawClub(), 80, 120],
  ["stadium", drawStadium(), 49_500, 50_500],
];

/** The seats that have another one nearer than `distance`; places of a standing area are no seats. */
function crowdedSeats({ seats }: Plan, distance: number): string[] {
  const squares = new Map<string, PlanSeat[]>();
  const crowded: string[] = [];
  for (const seat of seats.filter((one) => !one.isGeneral)) {
    const [column, row] = [Math.floor(seat.x / distance), Math.floor(seat.y / distance)];
    const around = [-1, 0, 1].flatMap((dx) =>
      [-1, 0, 1].flatMap((dy) => squares.get(`${column + dx}:${row + dy}`) ?? []),
    );
    if (around.some((other) => Math.hypot(seat.x - other.x, seat.y - other.y) < distance)) crowded.push(seat.guid);
    const square = squares.get(`${column}:${row}`);
    if (square) square.push(seat);
    else squares.set(`${column}:${row}`, [seat]);
  }
  return crowded;
}

describe.each(halls)("the %s", (_, plan, seatsMin, seatsMax) => {
  it("has about as many seats as it should", () => {
    expect(plan.seats.length).toBeGreaterThanOrEqual(seatsMin);
    expect(plan.seats.length).toBeLessThanOrEqual(seatsMax);
  });

  it("gives every seat a name and an id of its own", () => {
    const names = plan.seats.map((s) => `${s.section}/${s.rowLabel}/${s.seatNumber}`);

    expect(new Set(names).size).toBe(plan.seats.length);
    expect(new Set(plan.seats.map((s) => s.guid)).size).toBe(plan.seats.length);
  });

  it("keeps every seat on the paper and clear of every other", () => {
    const margin = SEAT_WIDTH;

    expect(plan.seats.every((s) => s.x >= margin && s.x <= plan.size.width - margin)).toBe(true);
    expect(plan.seats.every((s) => s.y >= margin && s.y <= plan.size.height - margin)).toBe(true);
    expect(crowdedSeats(plan, SEAT_WIDTH + 4)).toEqual([]);
  });

  it("sells every grade, and shows a stage", () => {
    expect(new Set(plan.seats.map((s) => s.category))).toEqual(new Set(["VIP", "R", "S", "A"]));
    expect(plan.areas.some((area) => area.shape === "polygon" && area.points.length > 3)).toBe(true);
    expect(plan.areas.some((area) => area.text?.includes("STAGE"))).toBe(true);
  });

  it("has room for a wheelchair, and says where the view is restricted", () => {
    expect(plan.seats.some((s) => s.isAccessible)).toBe(true);
    expect(plan.seats.some((s) => s.isRestrictedView)).toBe(true);
  });
});

it("puts the dearest seats of the theatre nearer to the stage than the cheapest", () => {
  const { seats } = drawTheatre();
  const lowest = (category: string) => Math.max(...seats.filter((s) => s.category === category).map((s) => s.y));

  expect(lowest("VIP")).toBeLessThan(lowest("R"));
  expect(lowest("R")).toBeLessThan(lowest("A"));
});

describe("the stadium", () => {
  const { seats, areas, focalPoint, size } = drawStadium();
  const sizeOf = new Map<string, number>();
  for (const { section } of seats) sizeOf.set(section, (sizeOf.get(section) ?? 0) + 1);

  it("is divided into sections that a steward can look over, named as in a real one", () => {
    const numbered = [...sizeOf].filter(([section]) => !section.startsWith("스탠딩"));

    expect(numbered.filter(([, seatCount]) => seatCount < 300 || seatCount > 700)).toEqual([]);
    expect(numbered.map(([section]) => section)).toEqual(expect.arrayContaining(["A", "H", "101", "201", "301"]));
  });

  it("has two standing areas, whose places all lie in the middle of the area drawn for them", () => {
    const standing = seats.filter((s) => s.isGeneral);
    const places = new Set(standing.map((s) => `${s.section} at ${s.x},${s.y}`));

    expect(sizeOf.get("스탠딩 A")).toBe(1_500);
    expect(sizeOf.get("스탠딩 B")).toBe(1_500);
    expect(standing.every((s) => s.rowLabel === "")).toBe(true);
    expect(places.size).toBe(2);
    for (const { x, y } of standing) {
      const drawn = areas.some((area) => area.shape === "polygon" && samePlace(middleOfArea(area), { x, y }));
      if (!drawn) expect.fail(`nothing is drawn around ${x},${y}`);
    }
  });

  it("sits a companion beside everybody in a wheelchair", () => {
    const companions = seats.filter((s) => s.isCompanion);

    for (const seat of seats.filter((s) => s.isAccessible)) {
      const near = companions.filter((s) => s.section === seat.section && s.rowLabel === seat.rowLabel);
      expect(near.some((s) => Math.abs(Number(s.seatNumber) - Number(seat.seatNumber)) === 1)).toBe(true);
    }
  });

  it("says in both languages what cannot be seen from behind the stage, and sells it cheapest", () => {
    const restricted = seats.filter((s) => s.isRestrictedView);

    expect(restricted.every((s) => s.viewNote?.ko && s.viewNote.en && s.category === "A")).toBe(true);
    expect(restricted.every((s) => focalPoint !== null && s.y < focalPoint.y)).toBe(true);
    expect(seats.filter((s) => !s.isRestrictedView).every((s) => s.viewNote === null)).toBe(true);
  });

  it("leaves stage and standing areas to themselves, and every word on the paper", () => {
    const shapes = areas.filter((area) => area.shape === "polygon");
    const covered = seats.filter((s) => !s.isGeneral && shapes.some((area) => isInside(s, area.points)));

    expect(covered.map((s) => s.guid)).toEqual([]);
    expect(areas.every((area) => area.x >= 0 && area.x <= size.width && area.y >= 0 && area.y <= size.height)).toBe(
      true,
    );
  });
});

const samePlace = (a: PlanPoint, b: PlanPoint) => a.x === b.x && a.y === b.y;
