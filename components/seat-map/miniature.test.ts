import { describe, expect, it } from "vitest";
import { fitBox } from "./map-transform";
import { lensOn, miniatureFrame } from "./miniature";

const bounds = { minX: 100, minY: 100, maxX: 2_100, maxY: 1_100 };
const viewport = { width: 800, height: 600 };

describe("miniatureFrame", () => {
  it("has the proportions of the hall and fits the room", () => {
    const { viewport: size } = miniatureFrame(bounds, { width: 168, height: 168 });

    expect(size.width).toBe(168);
    expect(size.height).toBeLessThan(100);
  });
});

describe("lensOn", () => {
  const miniature = miniatureFrame(bounds, { width: 168, height: 168 });

  it("covers the miniature while the map shows everything", () => {
    const whole = { transform: fitBox(bounds, viewport, { side: 60, top: 10, bottom: 10 }), viewport };

    expect(lensOn(miniature, whole)).toEqual({ minX: 0, minY: 0, maxX: 168, maxY: miniature.viewport.height });
  });

  it("is as much smaller as the map is nearer, about the same place", () => {
    const middle = { x: 1_100, y: 600 };
    const near = { transform: { k: 4, x: 400 - middle.x * 4, y: 300 - middle.y * 4 }, viewport };
    const { minX, minY, maxX, maxY } = lensOn(miniature, near);

    expect(maxX - minX).toBeCloseTo(200 * miniature.transform.k);
    expect(maxY - minY).toBeCloseTo(150 * miniature.transform.k);
    expect((minX + maxX) / 2).toBeCloseTo(miniature.viewport.width / 2, 0);
  });
});
