import { seatsWithin } from "./hall";
import type { MapPainter } from "./map-scene";
import {
  boxOfTile,
  coarseScale,
  createTileCache,
  TILE_PX,
  type TileCache,
  type TilePlace,
  tilesWithin,
} from "./map-tiles";
import { visibleBox } from "./map-transform";
import { boxAround } from "./plan-box";

/** Spent on new tiles in one frame, which leaves the rest of its 16.7 ms to put them on screen; less while there is more to do. */
const FILL_MS = { resting: 4, moving: 3 } as const;
/** Enough for three screens of tiles, and never more than this many bytes of them on a small one. */
const SCREENS_KEPT = 3;
const BYTES_KEPT_MIN = 48 * 2 ** 20;
const BYTES_PER_TILE = TILE_PX * TILE_PX * 4;
/** Older tiles more than this many times too large are too many to put, and say too little. */
const OLDER_SCALES_MAX = 4;

export type TileState = {
  /** How much of what is on screen has a picture, 0 to 1. */
  covered: number;
  /** Nothing that is on screen is missing or out of date. */
  isSharp: boolean;
  /** Nor is anything right beside it. */
  isWhole: boolean;
};

/** The seats of a large hall as pictures that outlive a frame; where there are no seats there is no picture. */
export type PlanTiles = {
  /**
   * Draws as many missing tiles as a frame has time for. `isResting` asks for the exact scale, so that a still map
   * is as sharp as one drawn seat by seat.
   */
  prepare: (painter: MapPainter, isResting: boolean) => TileState;
  /** Puts what `prepare` found on screen, older tiles where newer ones are still missing. */
  put: (painter: MapPainter, alpha: number) => void;
  /** Where there is nothing to put, in device pixels. */
  gaps: (painter: MapPainter) => Edges[];
  spoil: TileCache<ImageBitmap | null>["spoil"];
  spoilAll: () => void;
  /** Gives the memory of all pictures back. */
  close: () => void;
};

/** @param paint draws one tile, onto a canvas of its own. */
export function createPlanTiles(screenPixels: number, paint: (painter: MapPainter) => void): PlanTiles {
  const bytes = Math.max(BYTES_KEPT_MIN, screenPixels * 4 * SCREENS_KEPT);
  const cache = createTileCache<ImageBitmap | null>(Math.ceil(bytes / BYTES_PER_TILE), (picture) => picture?.close());
  const easel = new OffscreenCanvas(TILE_PX, TILE_PX);
  let places: readonly TilePlace[] = [];
  let bare: readonly TilePlace[] = [];
  let wholeScale = 0;

  function prepare(painter: MapPainter, isResting: boolean): TileState {
    const { transform, viewport, devicePixelRatio } = painter.frame;
    const exact = transform.k * devicePixelRatio;
    const scale = isResting ? exact : coarseScale(exact);
    const visible = visibleBox(transform, viewport);
    places = tilesWithin(visible, scale);
    const deadline = performance.now() + FILL_MS[isResting ? "resting" : "moving"];
    const isFilled = fill(painter, places, deadline);
    const missing = places.filter((place) => !cache.find(place));
    if (missing.length === 0) wholeScale = scale;
    // Time left over draws what the next move will bring into view.
    const ahead = tilesWithin(boxAround(visible, TILE_PX / scale / 2), scale);
    const isAheadFilled = isFilled && isResting && fill(painter, ahead, deadline);
    bare = missing.filter((place) => !isCoveredByOlder(place));
    return {
      covered: 1 - bare.length / Math.max(1, places.length),
      isSharp: isFilled,
      isWhole: isFilled && (isAheadFilled || !isResting),
    };
  }

  /** @returns true when all of them are there and as they should be. */
  function fill(painter: MapPainter, wanted: readonly TilePlace[], deadline: number): boolean {
    for (const place of wanted) {
      const known = cache.find(place);
      if (known && !known.isStale) continue;
      if (performance.now() > deadline) return false;
      cache.keep(place, render(painter, place));
    }
    return true;
  }

  function render(painter: MapPainter, place: TilePlace): ImageBitmap | null {
    const box = boxOfTile(place);
    const { hall } = painter.scene;
    const ctx = easel.getContext("2d");
    if (!ctx || seatsWithin(hall, boxAround(box, hall.pitch)).length === 0) return null;
    const { devicePixelRatio } = painter.frame;
    const k = place.scale / devicePixelRatio;
    const side = TILE_PX / devicePixelRatio;
    const transform = { k, x: -box.minX * k, y: -box.minY * k };
    paint({ ...painter, ctx, frame: { transform, viewport: { width: side, height: side }, devicePixelRatio } });
    // Taking the picture away makes the browser draw it now, within this frame's share, and not when it is shown.
    return easel.transferToImageBitmap();
  }

  function olderUnder(place: TilePlace): TilePlace[] {
    const isUsable = wholeScale > 0 && wholeScale !== place.scale && wholeScale / place.scale <= OLDER_SCALES_MAX;
    return isUsable ? tilesWithin(boxOfTile(place), wholeScale) : [];
  }

  const isCoveredByOlder = (place: TilePlace) => {
    const older = olderUnder(place);
    return older.length > 0 && older.every((one) => cache.find(one));
  };

  function put(painter: MapPainter, alpha: number): void {
    const { ctx, frame } = painter;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.globalAlpha = alpha;
    for (const place of places) {
      const tile = cache.find(place);
      if (tile) copy(ctx, tile.picture, edgesOf(frame, place));
      else for (const older of olderUnder(place)) putPart(painter, older, edgesOf(frame, place));
    }
    ctx.globalAlpha = 1;
  }

  /** The part of an older tile that lies in the place of a missing one. */
  function putPart({ ctx, frame }: MapPainter, place: TilePlace, within: Edges): void {
    const picture = cache.find(place)?.picture;
    if (!picture) return;
    const whole = edgesOf(frame, place);
    const left = Math.max(whole.left, within.left);
    const top = Math.max(whole.top, within.top);
    const [width, height] = [Math.min(whole.right, within.right) - left, Math.min(whole.bottom, within.bottom) - top];
    if (width <= 0 || height <= 0) return;
    const [across, down] = [TILE_PX / (whole.right - whole.left), TILE_PX / (whole.bottom - whole.top)];
    const from = [(left - whole.left) * across, (top - whole.top) * down, width * across, height * down] as const;
    ctx.drawImage(picture, ...from, left, top, width, height);
  }

  const gaps = ({ frame }: MapPainter) => bare.map((place) => edgesOf(frame, place));

  return { prepare, put, gaps, spoil: cache.spoil, spoilAll: cache.spoilAll, close: cache.clear };
}

type Edges = { left: number; top: number; right: number; bottom: number };

function copy(ctx: MapPainter["ctx"], picture: ImageBitmap | null, { left, top, right, bottom }: Edges): void {
  if (picture) ctx.drawImage(picture, left, top, right - left, bottom - top);
}

/** Whole device pixels, so that neighbours neither overlap nor gape and an exact tile is copied as it is. */
function edgesOf({ transform, devicePixelRatio: ratio }: MapPainter["frame"], place: TilePlace): Edges {
  const { scale, column, row } = place;
  const stretch = (transform.k * ratio) / scale;
  const edge = (offset: number, position: number) =>
    Math.round(Math.round(offset * ratio) + position * TILE_PX * stretch);
  return {
    left: edge(transform.x, column),
    top: edge(transform.y, row),
    right: edge(transform.x, column + 1),
    bottom: edge(transform.y, row + 1),
  };
}
