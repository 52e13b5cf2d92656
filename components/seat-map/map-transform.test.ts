import { describe, expect, it } from "vitest";
import {
  bringIntoView,
  canPickSeat,
  centreOn,
  fitBox,
  scaleBounds,
  toPlan,
  toScreen,
  visibleBox,
} from "./map-transform";

const viewport = { width: 400, height: 300 };
const box = { minX: 0, minY: 0, maxX: 1_000, maxY: 500 };

describe("map transform", () => {
  it("fits the whole box inside the padding, in the middle", () => {
    const fit = fitBox(box, viewport, { side: 20, top: 20, bottom: 20 });

    expect(fit.k).toBeCloseTo(0.36);
    expect(toScreen(fit, { x: 500, y: 250 })).toEqual({ x: 200, y: 150 });
    expect(toScreen(fit, { x: 0, y: 250 }).x).toBeCloseTo(20);
  });

  it("keeps clear of what lies over the bottom edge", () => {
    const fit = fitBox(box, viewport, { side: 0, top: 0, bottom: 100 });

    expect(toScreen(fit, { x: 500, y: 250 })).toEqual({ x: 200, y: 100 });
  });

  it("stays positive in a viewport smaller than its padding", () => {
    expect(fitBox(box, { width: 10, height: 10 }, { side: 20, top: 20, bottom: 20 }).k).toBeGreaterThan(0);
  });

  it("goes to the screen and back to the same point", () => {
    const transform = { k: 1.7, x: -31, y: 12.5 };
    const back = toPlan(transform, toScreen(transform, { x: 12, y: 34 }));

    expect(back.x).toBeCloseTo(12);
    expect(back.y).toBeCloseTo(34);
  });

  it("shows exactly the part of the plan that is on screen", () => {
    expect(visibleBox({ k: 2, x: -20, y: -10 }, viewport)).toEqual({ minX: 10, minY: 5, maxX: 210, maxY: 155 });
  });

  it("puts a point in the middle at a given scale", () => {
    expect(toScreen(centreOn({ x: 7, y: 9 }, 3, viewport), { x: 7, y: 9 })).toEqual({ x: 200, y: 150 });
  });

  it("zooms from the whole hall to large seats, and always a little", () => {
    expect(scaleBounds({ k: 0.2, x: 0, y: 0 }, 28)).toEqual([0.2, 2]);
    expect(scaleBounds({ k: 4, x: 0, y: 0 }, 28)).toEqual([4, 6]);
  });

  it("moves only as far as a hidden point needs", () => {
    const transform = { k: 1, x: 0, y: 0 };

    expect(bringIntoView(transform, { x: 200, y: 150 }, viewport, 50)).toBe(transform);
    expect(bringIntoView(transform, { x: 390, y: 10 }, viewport, 50)).toEqual({ k: 1, x: -40, y: 40 });
  });

  it("asks a finger to come closer than a mouse", () => {
    expect(canPickSeat(12, "mouse")).toBe(true);
    expect(canPickSeat(12, "touch")).toBe(false);
    expect(canPickSeat(24, "touch")).toBe(true);
  });
});
