import { describe, expect, it } from "vitest";
import { blendTransforms, easeOut } from "./blend-transform";
import { placeCard } from "./place-card";

const viewport = { width: 400, height: 300 };

describe("blendTransforms", () => {
  const from = { k: 0.5, x: 0, y: 0 };
  const to = { k: 2, x: -300, y: -100 };

  it("begins where it is and ends exactly where it should", () => {
    const start = blendTransforms(from, to, { viewport, progress: 0 });

    expect(start.k).toBeCloseTo(from.k);
    expect(start.x).toBeCloseTo(from.x);
    expect(blendTransforms(from, to, { viewport, progress: 1 })).toBe(to);
  });

  it("scales evenly to the eye", () => {
    expect(blendTransforms(from, to, { viewport, progress: 0.5 }).k).toBeCloseTo(1);
  });

  it("moves straight when only the place changes", () => {
    const half = blendTransforms({ k: 1, x: 0, y: 0 }, { k: 1, x: -100, y: 40 }, { viewport, progress: 0.5 });

    expect(half.x).toBeCloseTo(-50);
    expect(half.y).toBeCloseTo(20);
  });

  it("eases from nothing to all of it", () => {
    expect([easeOut(0), easeOut(1)]).toEqual([0, 1]);
  });
});

describe("placeCard", () => {
  const card = { width: 160, height: 50 };

  it("never covers its seat, wherever the seat is", () => {
    for (let x = 0; x <= viewport.width; x += 20) {
      for (let y = 0; y <= viewport.height; y += 20) {
        const at = placeCard({ seat: { x, y, radius: 18 }, card, area: viewport });

        expect(at.y + card.height <= y - 18 || at.y >= y + 18).toBe(true);
      }
    }
  });

  it("stays between the left and right edge", () => {
    expect(placeCard({ seat: { x: 0, y: 200, radius: 10 }, card, area: viewport }).x).toBeGreaterThanOrEqual(0);
    expect(placeCard({ seat: { x: 400, y: 200, radius: 10 }, card, area: viewport }).x).toBeLessThanOrEqual(240);
  });
});
