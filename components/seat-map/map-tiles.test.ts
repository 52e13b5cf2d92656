import { describe, expect, it } from "vitest";
import { boxOfTile, coarseScale, createTileCache, TILE_PX, tilesWithin } from "./map-tiles";

const at = (column: number, row = 0) => ({ scale: 1, column, row });

describe("tilesWithin", () => {
  it("covers the box and no more, its middle first", () => {
    const box = { minX: -10, minY: 0, maxX: TILE_PX * 2 + 1, maxY: TILE_PX };
    const places = tilesWithin(box, 1);

    expect(places.map(({ column }) => column).sort((a, b) => a - b)).toEqual([-1, 0, 1, 2]);
    expect(boxOfTile(places[0] ?? at(9)).minX).toBeLessThanOrEqual(TILE_PX);
    expect(tilesWithin(box, 0.25)).toHaveLength(2);
  });
});

describe("coarseScale", () => {
  it("is never more than a fifth away, and the same for nearby zooms", () => {
    for (let scale = 0.01; scale < 10; scale *= 1.13) {
      expect(coarseScale(scale) / scale).toBeGreaterThan(0.8);
      expect(coarseScale(scale) / scale).toBeLessThan(1.2);
    }
    expect(coarseScale(1.02)).toBe(coarseScale(0.98));
  });
});

describe("createTileCache", () => {
  it("never keeps more than it may, and forgets what was looked at longest ago", () => {
    const forgotten: string[] = [];
    const cache = createTileCache<string>(2, (picture) => forgotten.push(picture));
    cache.keep(at(0), "a");
    cache.keep(at(1), "b");
    cache.find(at(0));

    cache.keep(at(2), "c");

    expect(cache.size()).toBe(2);
    expect(cache.find(at(1))).toBeUndefined();
    expect(cache.find(at(0))?.picture).toBe("a");
    expect(forgotten).toEqual(["b"]);
  });

  it("gives back a picture that another takes the place of, and all of them once it is cleared", () => {
    const forgotten: string[] = [];
    const cache = createTileCache<string>(9, (picture) => forgotten.push(picture));
    cache.keep(at(0), "a");
    cache.keep(at(0), "b");
    cache.keep(at(1), "c");

    cache.clear();

    expect(forgotten).toEqual(["a", "b", "c"]);
    expect(cache.size()).toBe(0);
  });

  it("spoils the tiles under a changed seat, and beside it, and no others", () => {
    const cache = createTileCache<string>(9, () => {});
    for (const column of [0, 1, 2]) cache.keep(at(column), "");

    cache.spoil([{ x: TILE_PX - 5, y: 5 }], 10);

    expect([0, 1, 2].map((column) => cache.find(at(column))?.isStale)).toEqual([true, true, false]);
  });

  it("is fresh again once drawn again", () => {
    const cache = createTileCache<string>(9, () => {});
    cache.keep(at(0), "");
    cache.spoilAll();

    cache.keep(at(0), "");

    expect(cache.find(at(0))?.isStale).toBe(false);
  });
});
