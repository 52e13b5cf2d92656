import { describe, expect, it } from "vitest";
import { drawMap } from "./draw-map";
import { buildHall } from "./hall";
import { createLooks } from "./map-looks";
import { paletteOf } from "./map-palette";
import { detailAt, type MapScene } from "./map-scene";
import { filterSeats, kindOf, NO_FILTER } from "./seat-filter";
import type { SeatLook } from "./seat-looks";
import { gridMap } from "./test-hall";

type Call = { name: string; args: unknown[]; fillStyle: unknown; strokeStyle: unknown; dash: number[]; alpha: number };

/** A canvas that only remembers what it was told. */
function recordingContext() {
  const calls: Call[] = [];
  const state: Record<string, unknown> = { globalAlpha: 1 };
  let dash: number[] = [];
  const ctx = new Proxy(state, {
    get: (target, name: string) => {
      if (name in target) return target[name];
      return (...args: unknown[]) => {
        if (name === "setLineDash") dash = args[0] as number[];
        const { fillStyle, strokeStyle, globalAlpha } = target;
        calls.push({ name, args, fillStyle, strokeStyle, dash, alpha: globalAlpha as number });
        return name === "measureText" ? { width: 20 } : undefined;
      };
    },
  });
  return { ctx: ctx as unknown as CanvasRenderingContext2D, calls };
}

const palette = paletteOf((property) => property);
const hall = buildHall(gridMap({ rows: 10, seatsPerRow: 10 }));

function looksOf({ hall: of, lookOf }: MapScene) {
  const looks = createLooks(of);
  looks.update(lookOf);
  return looks;
}

function draw(
  lookOf: (seat: number) => SeatLook,
  { k = 1, scene = {} }: { k?: number; scene?: Partial<MapScene> } = {},
) {
  const { ctx, calls } = recordingContext();
  const whole: MapScene = {
    ...{ hall, lookOf, filter: null, alone: [], pointed: null, pointedSection: null, cursor: null },
    ...{
      sectionName: (name) => name,
      rowName: (label) => `${label}열`,
      seatsLeft: (count) => `${count}석 남음`,
      soldOut: "매진",
    },
    ...scene,
  };
  const frame = { transform: { k, x: 20, y: 20 }, viewport: { width: 400, height: 400 }, devicePixelRatio: 2 };
  drawMap({ ctx, scene: whole, looks: looksOf(whole), frame, palette });
  return { calls, named: (name: string) => calls.filter((call) => call.name === name) };
}

describe("drawMap", () => {
  it("fills all seats that look alike in one stroke, however many they are", () => {
    const few = draw(() => "free", { k: 0.4 }).named("fill").length;
    const { ctx, calls } = recordingContext();
    const large = buildHall(gridMap({ rows: 40, seatsPerRow: 40 }));
    const scene = {
      hall: large,
      lookOf: () => "free" as const,
      filter: null,
      alone: [],
      pointed: null,
      pointedSection: null,
      cursor: null,
    };
    const frame = { transform: { k: 0.4, x: 0, y: 0 }, viewport: { width: 900, height: 900 }, devicePixelRatio: 1 };

    const whole = { ...scene, sectionName: String, rowName: String, seatsLeft: String, soldOut: "" };
    drawMap({ ctx, scene: whole, looks: looksOf(whole), frame, palette });

    expect(calls.filter((call) => call.name === "fill")).toHaveLength(few);
  });

  it("leaves a blocked seat out", () => {
    expect(draw(() => "blocked", { k: 0.4 }).named("roundRect")).toHaveLength(1); // the plate of the section's name
  });

  it("draws free seats filled in the colour of their grade", () => {
    const colours = draw(() => "free")
      .named("fill")
      .map((call) => call.fillStyle);

    expect(colours).toEqual(expect.arrayContaining(["--grade-r", "--grade-s"]));
  });

  it("draws a seat held by others hollow and dashed, a sold one as a dot", () => {
    const held = draw((seat) => (seat === 0 ? "held" : "blocked"), { k: 1.5 });
    const sold = draw((seat) => (seat === 0 ? "sold" : "blocked"), { k: 1.5 });

    expect(held.named("stroke").find((call) => call.strokeStyle === "--seat-held")?.dash).not.toEqual([]);
    expect(held.named("fill").map((call) => call.fillStyle)).not.toContain("--grade-r");
    expect(sold.named("fill").map((call) => call.fillStyle)).toEqual(["--seat-sold"]);
    expect(sold.named("arc")).toHaveLength(1);
  });

  it("draws mine in ink with a ring and a check, after all the others", () => {
    const { calls, named } = draw((seat) => (seat === 0 ? "chosen" : "free"));
    const fills = named("fill").map((call) => call.fillStyle);

    expect(fills.indexOf("--ink")).toBe(fills.length - 1);
    expect(calls.some((call) => call.name === "stroke" && call.strokeStyle === "--surface")).toBe(true);
  });

  it("lets other grades step back, and never a seat of mine", () => {
    const lookOf = (seat: number): SeatLook => (seat === 50 ? "chosen" : "free");
    const kind = kindOf(hall, { ...NO_FILTER, grade: "R" });
    const filter = filterSeats(hall, { statuses: "0".repeat(100), kind, together: 1, mine: [] });
    const fills = draw(lookOf, { scene: { filter } }).named("fill");

    expect(fills.find((call) => call.fillStyle === "--grade-s")?.alpha).toBeLessThan(0.5);
    expect(fills.find((call) => call.fillStyle === "--grade-r")?.alpha).toBe(1);
    expect(fills.find((call) => call.fillStyle === "--ink")?.alpha).toBe(1);
  });

  it("writes numbers and row names at reading zoom, section names from far away", () => {
    const words = (k: number) =>
      draw(() => "free", { k })
        .named("fillText")
        .map((call) => call.args[0]);

    expect(words(1.3)).toEqual(expect.arrayContaining(["1", "R", "1열"]));
    expect(words(0.2)).toEqual(["A"]);
  });

  it("spends nothing on seats off screen", () => {
    const near = draw(() => "free", { k: 2 }).named("roundRect").length;

    expect(near).toBeLessThan(100);
  });

  it("draws in device pixels", () => {
    const [, plan] = draw(() => "free", { k: 0.5 }).named("setTransform");

    expect(plan?.args).toEqual([1, 0, 0, 1, 40, 40]);
  });
});

describe("detailAt", () => {
  it("shows more the closer it gets", () => {
    expect([4, 10, 20, 40].map(detailAt)).toEqual(["dots", "shapes", "letters", "numbers"]);
  });
});
