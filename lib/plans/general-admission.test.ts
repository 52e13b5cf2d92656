import { describe, expect, it } from "vitest";
import { drawCircle, drawPolygon, drawRectangle } from "./draw-rows";
import { drawPlaces, isInside, middleOfArea } from "./general-admission";

describe("the middle of an area", () => {
  it("is the centre of gravity of a polygon, whichever way round it is drawn", () => {
    const corners = [
      { x: 0, y: 0 },
      { x: 40, y: 0 },
      { x: 40, y: 20 },
      { x: 0, y: 20 },
    ];

    expect(middleOfArea(drawPolygon(corners, null))).toEqual({ x: 20, y: 10 });
    expect(middleOfArea(drawPolygon(corners.toReversed(), null))).toEqual({ x: 20, y: 10 });
  });

  it("lies within a horseshoe, too", () => {
    const horseshoe = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
      { x: 100, y: 90 },
      { x: 80, y: 90 },
      { x: 80, y: 10 },
      { x: 10, y: 10 },
      { x: 10, y: 90 },
      { x: 0, y: 90 },
    ];

    expect(isInside(middleOfArea(drawPolygon(horseshoe, null)), horseshoe)).toBe(true);
  });

  it("turns with its rectangle, and is where a circle says it is", () => {
    expect(middleOfArea(drawRectangle({ x: 10, y: 10 }, 40, 20, null))).toEqual({ x: 30, y: 20 });
    expect(middleOfArea({ ...drawRectangle({ x: 10, y: 10 }, 40, 20, null), rotation: 90 })).toEqual({ x: 0, y: 30 });
    expect(middleOfArea(drawCircle({ x: 7, y: 8 }, 10, null))).toEqual({ x: 7, y: 8 });
  });
});

it("numbers the places of an area from 1, as people enter", () => {
  const places = drawPlaces({ name: "Standing", capacity: 3, category: "R", middle: { x: 5, y: 6 } });

  expect(places.map((place) => [place.section, place.rowLabel, place.seatNumber])).toEqual([
    ["Standing", "", "1"],
    ["Standing", "", "2"],
    ["Standing", "", "3"],
  ]);
  expect(places.every((place) => place.isGeneral && place.x === 5 && place.y === 6)).toBe(true);
});
