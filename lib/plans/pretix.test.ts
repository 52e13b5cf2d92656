import { describe, expect, it } from "vitest";
import faultyPlan from "./fixtures/faulty-plan.json";
import { assertHasSeats, parsePretixPlan } from "./pretix";

const seat = (number: string, x: number, extra: object = {}) => ({
  seat_number: number,
  seat_guid: `seat-${number}`,
  uuid: `uuid-${number}`,
  category: "All",
  position: { x, y: 0 },
  ...extra,
});

const planOf = (seats: object[], rest: object = {}) => ({
  name: "Hall",
  size: { width: 500, height: 500 },
  categories: [{ name: "All", color: "#000000" }],
  zones: [{ name: "Floor", position: { x: 0, y: 0 }, rows: [{ row_number: "1", position: { x: 50, y: 50 }, seats }] }],
  ...rest,
});

function faultOf(json: unknown): unknown {
  try {
    assertHasSeats(parsePretixPlan(json));
  } catch (error) {
    return error;
  }
  return null;
}

describe("a plan without faults", () => {
  it("keeps every name, and needs no repair", () => {
    const { plan, categories, repairs } = parsePretixPlan(planOf([seat("1", 0), seat("2", 25)]));

    expect(repairs).toEqual([]);
    expect(categories).toEqual(["All"]);
    expect(plan.name).toBe("Hall");
    expect(plan.size).toEqual({ width: 500, height: 500 });
    expect(plan.seats.map(({ guid, section, rowLabel, seatNumber }) => [guid, section, rowLabel, seatNumber])).toEqual([
      ["seat-1", "Floor", "1", "1"],
      ["seat-2", "Floor", "1", "2"],
    ]);
  });

  it("lets a row go on in another block of its zone", () => {
    const rows = ["1", "2"].map((number) => ({
      row_number: "1",
      position: { x: 50, y: 50 },
      seats: [seat(number, Number(number) * 30)],
    }));
    const { plan, repairs } = parsePretixPlan(planOf([], { zones: [{ name: "Floor", rows }] }));

    expect(repairs).toEqual([]);
    expect(plan.seats.map((s) => s.section)).toEqual(["Floor", "Floor"]);
  });
});

describe("a plan with the faults of real files", () => {
  const { plan, categories, repairs } = parsePretixPlan(faultyPlan);

  it("gives every seat a name of its own", () => {
    expect(plan.seats.map(({ section, rowLabel, seatNumber }) => `${section}/${rowLabel}/${seatNumber}`)).toEqual([
      "Floor 1/A/1",
      "Floor 1/A/2",
      "Floor 1/A/2-2",
      "Floor 2/A/1",
      "Floor 2/A/2",
      "Floor 2/B/1",
      "B/A/1",
      "B/A/2",
    ]);
  });

  it("leaves the first seat its guid and knows the others by their uuid, or by their name", () => {
    expect(plan.seats.map((s) => s.guid)).toEqual([
      "f-a-1",
      "f-a-2",
      "u-3",
      "u-4",
      "Floor 2-A-2",
      "u-6",
      "g-a-1",
      "g-a-2",
    ]);
  });

  it("puts a seat at zone + row + seat, where a missing row position counts as nothing", () => {
    const placeOf = (guid: string) => plan.seats.find((s) => s.guid === guid);

    expect(placeOf("f-a-2")).toMatchObject({ x: 100 + 10 + 25, y: 50 + 20 });
    expect(placeOf("u-6")).toMatchObject({ x: 100 + 150, y: 50 + 60 });
  });

  it("draws a zone that covers another below it, and makes room for it", () => {
    const lowestOfFloor = Math.max(...plan.seats.filter((s) => s.section !== "B").map((s) => s.y));
    const moved = plan.seats.filter((s) => s.section === "B");

    expect(moved.every((s) => s.y > lowestOfFloor + 40)).toBe(true);
    expect(moved.every((s) => s.y < plan.size.height && s.x < plan.size.width)).toBe(true);
  });

  it("lists the categories that have seats in the file's order, undeclared ones last", () => {
    expect(categories).toEqual(["Front", "Back", "Elsewhere", "General"]);
  });

  it("draws polygons on the plan itself and their words apart", () => {
    const [stage, stageText, entrance, circle, ellipse] = plan.areas;

    expect(stage).toMatchObject({ shape: "polygon", x: 0, y: 0, rotation: 0, fill: "#CCCCCC", stroke: "#333333" });
    expect(stage?.points.map(({ x, y }) => [Math.round(x), Math.round(y)])).toEqual([
      [200, 50],
      [200, 60],
      [160, 60],
    ]);
    expect(stageText).toMatchObject({ shape: "text", text: "Stage", rotation: 90 });
    expect(stageText?.x).toBeCloseTo(190);
    expect(entrance).toMatchObject({ shape: "text", text: "Entrance", x: 120, y: 80, height: 24 });
    expect(circle).toMatchObject({ shape: "circle", x: 105, y: 56, width: 24, height: 24 });
    expect(ellipse).toMatchObject({ shape: "ellipse", width: 6, height: 8, fill: null });
  });

  it("says in words, counted, everything it put right", () => {
    expect(repairs).toEqual([
      "3 seats of 8 repeated another's seat_guid; each is now known by its uuid.",
      "1 seat had no seat_guid; each is now known by its uuid.",
      "1 seat of those had no uuid of their own either; their ids are made from their names.",
      'Zone 2 has no name; it is called "B".',
      '1 seat of "Floor" repeated a number of their own row; they became "5-2", "5-3" and so on.',
      '"Floor" has the same rows and seat numbers 2 times over; it is split into the sections "Floor 1" to "Floor 2".',
      "1 row had no position; their seats count from the zone's own.",
      '1 seat had no category; theirs is "General".',
      'Seats name categories that the plan does not list; added last: "Elsewhere".',
      '"B" lies on top of another zone; it is drawn below it.',
      "The plan was too small for what is in it; it grew from 400 × 200 to 400 × 260.",
      "Fields that the format does not have are kept but not used: future_field, seat.sparkle.",
    ]);
  });

  it("parses to the same plan every time", () => {
    expect(parsePretixPlan(faultyPlan).plan).toEqual(plan);
  });
});

describe("other repairs", () => {
  it("moves a plan that begins left of or above the paper onto it", () => {
    const { plan, repairs } = parsePretixPlan(planOf([seat("1", -200), seat("2", -170)]));

    expect(Math.min(...plan.seats.map((s) => s.x))).toBe(40);
    expect(repairs).toHaveLength(1);
  });

  it("counts seats that lie on top of another of their own zone", () => {
    const { repairs } = parsePretixPlan(planOf([seat("1", 0), seat("2", 3), seat("3", 100)]));

    expect(repairs).toEqual(["Seats that lie on top of another and may be hard to tell apart: 1."]);
  });

  it("never gives a seat an id that another seat of the file has", () => {
    const { plan } = parsePretixPlan(
      planOf([seat("1", 0), seat("2", 30, { seat_guid: "seat-1", uuid: "seat-3" }), seat("3", 60)]),
    );

    expect(new Set(plan.seats.map((s) => s.guid)).size).toBe(3);
    expect(plan.seats[2]?.guid).toBe("seat-3");
  });

  it("tells zones of one name apart", () => {
    const zone = (number: string, x: number) => ({
      name: "Floor",
      rows: [{ row_number: "1", position: { x, y: 50 }, seats: [seat(number, 0)] }],
    });
    const { plan } = parsePretixPlan(planOf([], { zones: [zone("1", 50), zone("2", 100)] }));

    expect(plan.seats.map((s) => s.section)).toEqual(["Floor", "Floor 2"]);
  });
});

describe("a file that cannot be used", () => {
  it("is refused with the path of the fault", () => {
    const broken = planOf([seat("1", 0), { ...seat("2", 25), seat_number: null }]);

    expect(faultOf(broken)).toMatchObject({
      code: "invalid_input",
      details: {
        path: "zones[0].rows[0].seats[1].seat_number",
        message: expect.stringContaining("a name or a number"),
      },
    });
  });

  it.each([
    ["text that is no plan", "hello", ""],
    ["null", null, ""],
    ["a list", [], ""],
    ["a plan without zones", { name: "x" }, "zones"],
    ["a plan without seats", planOf([]), "zones"],
    [
      "a seat at no place",
      planOf([{ ...seat("1", 0), position: { x: "left" } }]),
      "zones[0].rows[0].seats[0].position.x",
    ],
    ["an empty seat number", planOf([seat("  ", 0)]), "zones[0].rows[0].seats[0].seat_number"],
  ])("%s", (_, json, path) => {
    expect(faultOf(json)).toMatchObject({ code: "invalid_input", details: { path } });
  });
});
