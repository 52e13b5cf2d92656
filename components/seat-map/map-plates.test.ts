import { describe, expect, it } from "vitest";
import { coverOf, isGood, isUsable, plateFrame, rectOfPlate, stretchOf, widened } from "./map-plates";
import type { MapFrame } from "./map-scene";
import { coarseScale } from "./map-tiles";
import { centreOn } from "./map-transform";

const viewport = { width: 400, height: 300 };

function frameAt(k: number, devicePixelRatio = 1): MapFrame {
  return { transform: centreOn({ x: 500, y: 350 }, k, viewport), viewport, devicePixelRatio };
}

describe("plateFrame", () => {
  it("shows all that is on screen and is never stretched by more than a step of the seats' own scales", () => {
    for (let k = 0.05; k < 8; k *= 1.07) {
      const frame = frameAt(k, 2);
      const pictured = plateFrame(frame, 1);

      expect(stretchOf(pictured, frame)).toBeGreaterThan(0.999);
      expect(stretchOf(pictured, frame)).toBeLessThan(1.42);
      expect(coverOf(rectOfPlate(pictured, frame), frame)).toBe(1);
    }
  });

  it("has the scale that seats are drawn at, on whole device pixels", () => {
    for (const ratio of [1, 1.5, 2]) {
      const { transform } = plateFrame(frameAt(0.9, ratio), 1);

      expect(coarseScale(transform.k * ratio)).toBeCloseTo(transform.k * ratio, 9);
      expect((transform.x * ratio) % 1).toBeCloseTo(0, 9);
    }
  });

  it("looks ahead on the way out, so that there is more to show as the map shrinks", () => {
    const frame = frameAt(1.05);

    expect(stretchOf(plateFrame(frame, -1), frame)).toBeGreaterThan(1.4);
    expect(stretchOf(plateFrame(frame, 1), frame)).toBeLessThan(1.1);
  });
});

describe("rectOfPlate", () => {
  it("puts every point of the picture where the map has it", () => {
    const [pictured, frame] = [frameAt(1), { ...frameAt(1.3), transform: { k: 1.3, x: -210, y: 44 } }];
    const { left, top, width } = rectOfPlate(pictured, frame);
    const onPlate = 500 * pictured.transform.k + pictured.transform.x;

    expect(left + onPlate * (width / viewport.width)).toBeCloseTo(500 * 1.3 - 210);
    expect(top).toBeCloseTo(44 - pictured.transform.y * 1.3);
  });

  it("leaves an edge around a widened picture at rest", () => {
    const { left, top, width, height } = rectOfPlate(widened(frameAt(1, 2), 100), frameAt(1, 2));

    expect([left, top, width, height]).toEqual([-100, -100, 1000, 800]);
  });
});

describe("isGood", () => {
  it("asks for another picture once this one is stretched too far or leaves a gap", () => {
    const pictured = frameAt(1);

    expect(isGood(pictured, frameAt(1.2), 1)).toBe(true);
    expect(isGood(pictured, frameAt(1.5), 1)).toBe(false);
    expect(isGood(pictured, frameAt(0.9), 1)).toBe(false);
  });

  it("asks sooner on the way out, and never twice for the same", () => {
    const frame = frameAt(1.05);

    expect(isGood(frameAt(1), frame, -1)).toBe(false);
    for (let k = 0.05; k < 8; k *= 1.03) expect(isGood(plateFrame(frameAt(k), -1), frameAt(k), -1)).toBe(true);
  });
});

describe("isUsable", () => {
  it("shows nothing that is far from what is to be seen", () => {
    const pictured = frameAt(1);
    const aside = { ...pictured, transform: { ...pictured.transform, x: pictured.transform.x + 300 } };

    expect(isUsable(pictured, frameAt(1.9))).toBe(true);
    expect(isUsable(pictured, frameAt(6))).toBe(false);
    expect(isUsable(pictured, frameAt(0.3))).toBe(false);
    expect(isUsable(pictured, aside)).toBe(false);
  });
});
