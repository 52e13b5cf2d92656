import { type Box, boxAround, type Point } from "./plan-box";

/** One square of the plan, drawn once at one scale. Scales are in device pixels per plan unit. */
export type TilePlace = { scale: number; column: number; row: number };

type Tile<Picture> = TilePlace & { picture: Picture; isStale: boolean };

/** The side of a tile in device pixels: small enough to draw several within a frame. */
export const TILE_PX = 256;
/** With more seats than this changed at once, looking for their tiles costs more than drawing all anew. */
const CHANGED_MAX = 400;
/** Two scales to an octave: a tile is stretched by a fifth at most. */
const SCALES_PER_OCTAVE = 2;

/** The scale to draw tiles at while the map is being zoomed, so that nearby zooms share them. */
export const coarseScale = (scale: number): number =>
  2 ** (Math.round(Math.log2(scale) * SCALES_PER_OCTAVE) / SCALES_PER_OCTAVE);

/** The tiles that a part of the plan needs, the ones in its middle first. */
export function tilesWithin({ minX, minY, maxX, maxY }: Box, scale: number): TilePlace[] {
  const side = TILE_PX / scale;
  const places: TilePlace[] = [];
  for (let row = Math.floor(minY / side); row * side < maxY; row++) {
    for (let column = Math.floor(minX / side); column * side < maxX; column++) places.push({ scale, column, row });
  }
  const middle = { column: (minX + maxX) / 2 / side - 0.5, row: (minY + maxY) / 2 / side - 0.5 };
  const distance = ({ column, row }: TilePlace) => Math.hypot(column - middle.column, row - middle.row);
  return places.sort((a, b) => distance(a) - distance(b));
}

/** The part of the plan under a tile. */
export function boxOfTile({ scale, column, row }: TilePlace): Box {
  const side = TILE_PX / scale;
  return { minX: column * side, minY: row * side, maxX: (column + 1) * side, maxY: (row + 1) * side };
}

export type TileCache<Picture> = {
  find: (place: TilePlace) => Tile<Picture> | undefined;
  /** Keeps a picture, forgetting the one looked at longest ago when there are too many. */
  keep: (place: TilePlace, picture: Picture) => void;
  /** Tiles with one of these points on or right beside them are to be drawn again. */
  spoil: (points: readonly Point[], reach: number) => void;
  spoilAll: () => void;
  /** Forgets every picture. */
  clear: () => void;
  size: () => number;
};

/** Remembers at most `capacity` pictures; `onForgotten` may give back what one of them took. */
export function createTileCache<Picture>(
  capacity: number,
  onForgotten: (picture: Picture) => void,
): TileCache<Picture> {
  // A Map keeps the order of insertion, so its first tile is the one that nobody has looked at for longest.
  const tiles = new Map<string, Tile<Picture>>();
  const forget = (key: string) => {
    const tile = tiles.get(key);
    if (tiles.delete(key) && tile) onForgotten(tile.picture);
  };
  const spoilAll = () => {
    for (const tile of tiles.values()) tile.isStale = true;
  };
  return {
    find: (place) => {
      const key = keyOf(place);
      const tile = tiles.get(key);
      if (tile) {
        tiles.delete(key);
        tiles.set(key, tile);
      }
      return tile;
    },
    keep: (place, picture) => {
      forget(keyOf(place));
      tiles.set(keyOf(place), { ...place, picture, isStale: false });
      for (const key of tiles.keys()) {
        if (tiles.size <= capacity) break;
        forget(key);
      }
    },
    spoil: (points, reach) => {
      if (points.length > CHANGED_MAX) return spoilAll();
      for (const tile of tiles.values()) {
        const box = boxAround(boxOfTile(tile), reach);
        tile.isStale ||= points.some((point) => isInside(box, point));
      }
    },
    spoilAll,
    clear: () => {
      for (const key of tiles.keys()) forget(key);
    },
    size: () => tiles.size,
  };
}

const keyOf = ({ scale, column, row }: TilePlace) => `${scale}/${column}/${row}`;

const isInside = ({ minX, minY, maxX, maxY }: Box, { x, y }: Point) => x >= minX && x <= maxX && y >= minY && y <= maxY;
