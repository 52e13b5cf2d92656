import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawArena } from "./draw-arena";
import { drawClub } from "./draw-club";
import { drawPolygon } from "./draw-rows";
import { drawStadium } from "./draw-stadium";
import { drawTheatre } from "./draw-theatre";
import { drawPlaces } from "./general-admission";
import { PLAIN_SEAT, type Plan } from "./plan";
import { parsePretixPlan } from "./pretix";
import { applySidecar } from "./sidecar";
import { writePretixPlan } from "./write-pretix";

/** As if written to a disk and read again. */
function readBack(plan: Plan) {
  const { file, sidecar } = JSON.parse(JSON.stringify(writePretixPlan(plan)));
  return applySidecar(parsePretixPlan(file), sidecar);
}

describe.each([
  ["theatre", drawTheatre()],
  ["arena", drawArena()],
  ["club", drawClub()],
  ["stadium", drawStadium()],
])("the %s, written and read back", (_, plan) => {
  const parsed = readBack(plan);

  it("has the same seats in the same order, with all that is known of them", () => {
    expect(parsed.plan.seats).toEqual(plan.seats);
    expect(parsed.plan.focalPoint).toEqual(plan.focalPoint);
  });

  it("has the same surroundings, and its categories dearest first", () => {
    expect(parsed.plan.areas).toEqual(plan.areas);
    expect(parsed.plan.name).toBe(plan.name);
    expect(parsed.categories).toEqual(["VIP", "R", "S", "A"]);
  });

  it("is written the same every time", () => {
    expect(writePretixPlan(plan)).toEqual(writePretixPlan(plan));
  });
});

const name = fc.string({ minLength: 1, maxLength: 6 }).filter((text) => text.trim() === text && text !== "__proto__");
const traits = fc.record({
  isAccessible: fc.boolean(),
  isCompanion: fc.boolean(),
  isRestrictedView: fc.boolean(),
  viewNote: fc.option(fc.record({ ko: name, en: name })),
});

/** Sections of rows of seats in a grid, whatever they are called, and perhaps a standing area. */
const anyPlan = fc
  .record({
    sections: fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
    rows: fc.uniqueArray(name, { minLength: 1, maxLength: 3 }),
    numbers: fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
    categories: fc.array(name, { minLength: 1, maxLength: 3 }),
    traits: fc.array(traits, { minLength: 1, maxLength: 6 }),
    standing: fc.integer({ min: 0, max: 5 }),
  })
  .map(({ sections, rows, numbers, categories, traits, standing }): Plan => {
    const seats = sections.flatMap((section, s) =>
      rows.flatMap((rowLabel, r) =>
        numbers.map((seatNumber, n) => {
          const i = (s * rows.length + r) * numbers.length + n;
          const place = { x: 40.5 + n * 26.1, y: 40.3 + (s * rows.length + r) * 30.7 };
          const named = { guid: `${i}`, section, rowLabel, seatNumber, category: categories[i % categories.length]! };
          return { ...PLAIN_SEAT, ...traits[i % traits.length]!, ...named, ...place };
        }),
      ),
    );
    const corners = [
      { x: 100, y: 500 },
      { x: 300, y: 500 },
      { x: 300, y: 600 },
      { x: 100, y: 600 },
    ];
    const ground = { name: "the standing ground", category: categories[0]!, middle: { x: 200, y: 550 } };
    return {
      name: "Any hall",
      size: { width: 800, height: 800 },
      areas: [drawPolygon(corners, "#123456", "#654321")],
      focalPoint: null,
      seats: [...seats, ...drawPlaces({ ...ground, capacity: standing })],
    };
  });

it("gives back every plan whose seats have names", () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const parsed = readBack(plan);

      expect(parsed.plan).toEqual(plan);
      expect(parsed.repairs).toEqual([]);
    }),
  );
});

it("draws a square around standing places that the plan draws nothing around", () => {
  const { seats } = readBack({
    ...drawClub(),
    areas: [],
    seats: [
      ...drawClub().seats,
      ...drawPlaces({ name: "Foyer", capacity: 2, category: "A", middle: { x: 300, y: 200 } }),
    ],
  }).plan;

  expect(seats.at(-1)).toMatchObject({ section: "Foyer", seatNumber: "2", x: 300, y: 200, isGeneral: true });
});
