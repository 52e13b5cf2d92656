import { describe, expect, it } from "vitest";
import { drawArena } from "./draw-arena";
import { drawClub } from "./draw-club";
import { drawTheatre } from "./draw-theatre";
import type { Plan } from "./plan";

const SEAT_WIDTH = 20;

const halls: [name: string, plan: Plan, seatsMin: number, seatsMax: number][] = [
  ["theatre", drawTheatre(), 280, 320],
  ["arena", drawArena(), 1_100, 1_300],
  ["club", drawClub(), 80, 120],
];

function nearestNeighbours({ seats }: Plan): number {
  const distances = seats.flatMap((a, i) => seats.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)));
  return distances.reduce((least, distance) => Math.min(least, distance));
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
    expect(nearestNeighbours(plan)).toBeGreaterThan(SEAT_WIDTH + 4);
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
