import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/kernel/errors";
import { assertHasSeats, parsePretixPlan } from "./pretix";
import { applySidecar } from "./sidecar";

const ROW = { row_number: "1", position: { x: 50, y: 50 } };
const seat = (number: string, x: number) => ({
  seat_number: number,
  seat_guid: `A-1-${number}`,
  category: "Seats",
  position: { x, y: 0 },
});
const CORNERS = [
  { x: 0, y: 0 },
  { x: 100, y: 0 },
  { x: 100, y: 100 },
  { x: 0, y: 100 },
];
const STANDING_AREA = {
  shape: "polygon",
  uuid: "standing",
  position: { x: 100, y: 100 },
  polygon: { points: CORNERS },
};
const WORDS = { shape: "text", uuid: "words", position: { x: 10, y: 10 }, text: { text: "Welcome" } };

const parse = (left = 0) =>
  parsePretixPlan({
    name: "Hall",
    size: { width: 500, height: 500 },
    categories: [{ name: "Standing" }, { name: "Seats" }],
    zones: [
      {
        name: "A",
        rows: [{ ...ROW, seats: [seat("1", left), seat("2", 30), seat("3", 60)] }],
        areas: [STANDING_AREA, WORDS],
      },
    ],
  });

const standing = (rest: object = {}) => ({
  name: "Floor",
  capacity: 3,
  category: "Standing",
  area: { uuid: "standing" },
  ...rest,
});

/** A hall where everybody stands: areas alone, the second at some distance. */
const parseStandingOnly = (rest: object = {}) =>
  parsePretixPlan({
    name: "Club",
    zones: [
      {
        name: "Floor",
        position: { x: 50, y: 50 },
        rows: [],
        areas: [
          STANDING_AREA,
          { shape: "rectangle", uuid: "bar", position: { x: 300, y: 0 }, rectangle: { width: 60, height: 40 } },
        ],
      },
    ],
    ...rest,
  });

describe("a hall where everybody stands", () => {
  it("is as large as its areas, and has the places of its sidecar and no seats", () => {
    const whole = applySidecar(parseStandingOnly(), { version: 1, general_admission: [standing()] });

    expect(() => assertHasSeats(whole)).not.toThrow();
    expect(whole.plan.size).toEqual({ width: 450, height: 290 });
    expect(whole.plan.seats.map((place) => [place.section, place.seatNumber, place.x, place.y])).toEqual([
      ["Floor", "1", 200, 200],
      ["Floor", "2", 200, 200],
      ["Floor", "3", 200, 200],
    ]);
    expect(whole.categories).toEqual(["Standing"]);
  });

  it("keeps the size that its file gives it", () => {
    expect(parseStandingOnly({ size: { width: 900, height: 800 } }).plan.size).toEqual({ width: 900, height: 800 });
  });

  it("is refused when nothing says that anybody may stand there", () => {
    for (const parsed of [parseStandingOnly(), applySidecar(parseStandingOnly(), { version: 1 })]) {
      expect(() => assertHasSeats(parsed)).toThrow(AppError);
    }
  });
});

describe("a sidecar", () => {
  it("says what a seat is like, and leaves the others plain", () => {
    const { plan } = applySidecar(parse(), {
      version: 1,
      seats: {
        "A-1-1": { accessible: true },
        "A-1-2": { companion: true, restricted_view: true, view_note: { ko: "기둥이 있어요", en: "A pillar" } },
      },
    });

    expect(plan.seats).toMatchObject([
      { isAccessible: true, isCompanion: false, viewNote: null },
      { isCompanion: true, isRestrictedView: true, viewNote: { ko: "기둥이 있어요", en: "A pillar" } },
      { isAccessible: false, isCompanion: false, isRestrictedView: false, viewNote: null },
    ]);
  });

  it.each([
    ["by its uuid", { uuid: "standing" }],
    ["by its place in the file", { zone: 0, area: 0 }],
    ["by points of its own", { points: CORNERS.map(({ x, y }) => ({ x: x + 100, y: y + 100 })) }],
  ])("fills an area %s with places in its middle", (_, area) => {
    const { plan, categories } = applySidecar(parse(), { version: 1, general_admission: [standing({ area })] });

    expect(plan.seats.slice(3)).toMatchObject(
      ["1", "2", "3"].map((seatNumber) => ({
        section: "Floor",
        rowLabel: "",
        seatNumber,
        category: "Standing",
        isGeneral: true,
        x: 150,
        y: 150,
      })),
    );
    expect(categories).toEqual(["Standing", "Seats"]);
  });

  it("draws the outline that it brings along, with its name", () => {
    const points = [
      { x: 300, y: 300 },
      { x: 400, y: 300 },
      { x: 300, y: 400 },
    ];
    const before = parse();
    const { plan } = applySidecar(before, { version: 1, general_admission: [standing({ area: { points } })] });

    expect(plan.areas.slice(before.plan.areas.length)).toMatchObject([
      { shape: "polygon", points },
      { shape: "text", text: "Floor" },
    ]);
  });

  it("moves with a plan that had to be moved onto its paper", () => {
    const { plan } = applySidecar(parse(-150), {
      version: 1,
      focal_point: { x: 0, y: 10 },
      general_admission: [standing()],
    });

    expect(plan.seats[0]?.x).toBe(40);
    expect(plan.focalPoint).toEqual({ x: 140, y: 10 });
    expect(plan.seats.at(-1)).toMatchObject({ x: 290, y: 150 });
  });

  it("lets fields be that it does not know", () => {
    expect(applySidecar(parse(), { version: 1, made_by: "hand", seats: { "A-1-1": { shade: 3 } } }).plan).toEqual(
      parse().plan,
    );
  });
});

describe("a sidecar that cannot be used", () => {
  const general = (...entries: object[]) => ({ version: 1, general_admission: entries });

  it.each([
    ["no sidecar at all", null, ""],
    ["a version of the future", { version: 2 }, "version"],
    ["a seat that is not there", { version: 1, seats: { "Z-9": { accessible: true } } }, 'seats["Z-9"]'],
    [
      "a note in one language only",
      { version: 1, seats: { "A-1-1": { view_note: { ko: "기둥" } } } },
      'seats["A-1-1"].view_note.en',
    ],
    ["a focal point nowhere", { version: 1, focal_point: { x: 1 } }, "focal_point.y"],
    ["room for nobody", general(standing({ capacity: 0 })), "general_admission[0].capacity"],
    ["room for half a fan", general(standing({ capacity: 1.5 })), "general_admission[0].capacity"],
    ["room for too many", general(standing({ capacity: 99_998 })), "general_admission[0].capacity"],
    [
      "room for too many in all",
      general(standing({ capacity: 50_000 }), standing({ name: "B", capacity: 49_998 })),
      "general_admission[1].capacity",
    ],
    ["a section twice", general(standing({ name: "A" })), "general_admission[0].name"],
    ["an area twice", general(standing(), standing()), "general_admission[1].name"],
    ["ids that are taken", general(standing({ name: "A-1" })), "general_admission[0].name"],
    ["no category", general(standing({ category: " " })), "general_admission[0].category"],
    ["an area that is not there", general(standing({ area: { uuid: "none" } })), "general_admission[0].area"],
    ["an area of words", general(standing({ area: { zone: 0, area: 1 } })), "general_admission[0].area"],
    ["an area without a shape", general(standing({ area: {} })), "general_admission[0].area"],
    [
      "an area off the paper",
      general(
        standing({
          area: {
            points: [
              { x: 1, y: 1 },
              { x: 9, y: 900 },
              { x: 9, y: 9 },
            ],
          },
        }),
      ),
      "general_admission[0].area.points[1]",
    ],
    [
      "points in a line",
      general(
        standing({
          area: {
            points: [
              { x: 1, y: 1 },
              { x: 2, y: 2 },
              { x: 3, y: 3 },
            ],
          },
        }),
      ),
      "general_admission[0].area.points",
    ],
  ])("is refused with the path of the fault: %s", (_, sidecar, path) => {
    const apply = () => applySidecar(parse(), sidecar);

    expect(apply).toThrow(AppError);
    expect(apply).toThrow(
      expect.objectContaining({ code: "invalid_input", details: expect.objectContaining({ path }) }),
    );
  });
});
