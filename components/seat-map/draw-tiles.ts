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
import { boxAround, type Point } from "./plan-box";

/** Spent on new tiles in one frame, which leaves the rest of its 16.7 ms to put them on screen. */
const FILL_MS = 4;
/** Enough for three screens of tiles, and never more than this many bytes of them on a small one. */
const SCREENS_KEPT = 3;
const BYTES_KEPT_MIN = 48 * 2 ** 20;
const BYTES_PER_TILE = TILE_PX * TILE_PX * 4;

/** Part of a large hall as pictures that outlive a frame. */
type PutOptions = { isResting: boolean; alpha: number; under: () => void };
type Paint = (painter: MapPainter) => void;

export type PlanTiles = {
  /**
   * Puts the tiles on screen, drawing as many missing tiles as a frame has time for; `under` fills what is still
   * missing. `isResting` asks for the exact scale, so that a still map is as sharp as one drawn seat by seat.
   * @returns true when nothing is missing any more.
   */
  draw: (painter: MapPainter, options: PutOptions) => boolean;
  spoil: TileCache<OffscreenCanvas>["spoil"];
  spoilAll: () => void;
};

/** @param paint draws one tile, onto a canvas of its own. */
export function createPlanTiles(screenPixels: number, paint: Paint): PlanTiles {
  const bytes = Math.max(BYTES_KEPT_MIN, screenPixels * 4 * SCREENS_KEPT);
  const cache = createTileCache<OffscreenCanvas>(Math.ceil(bytes / BYTES_PER_TILE));
  let lastWhole = 0;

  function draw(painter: MapPainter, { isResting, alpha, under }: PutOptions): boolean {
    const { transform, viewport, devicePixelRatio } = painter.frame;
    const exact = transform.k * devicePixelRatio;
    const scale = isResting ? exact : coarseScale(exact);
    const visible = visibleBox(transform, viewport);
    const places = tilesWithin(visible, scale);
    const deadline = performance.now() + FILL_MS;
    fill(painter, places, deadline);
    const missing = places.filter((place) => !cache.find(place));
    if (missing.length > 0) {
      within(painter, missing, () => {
        painter.ctx.globalAlpha = 1;
        under();
        if (lastWhole > 0) for (const place of tilesWithin(visible, lastWhole)) put(painter, place);
      });
    } else {
      lastWhole = scale;
      // Time left over draws what the next move will bring into view.
      fill(painter, tilesWithin(boxAround(visible, TILE_PX / scale / 2), scale), deadline);
    }
    painter.ctx.globalAlpha = alpha;
    for (const place of places) put(painter, place);
    painter.ctx.globalAlpha = 1;
    return missing.length === 0 && !places.some((place) => cache.find(place)?.isStale);
  }

  function fill(painter: MapPainter, places: readonly TilePlace[], deadline: number): void {
    for (const place of places) {
      const known = cache.find(place);
      if (known && !known.isStale) continue;
      if (performance.now() > deadline) return;
      cache.keep(place, render(painter, place, { paint, used: known?.picture ?? cache.takeSpare() }));
    }
  }

  function put({ ctx, frame }: MapPainter, place: TilePlace): void {
    const tile = cache.find(place);
    if (!tile) return;
    const { left, top, right, bottom } = edgesOf(frame, place);
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.drawImage(tile.picture, left, top, right - left, bottom - top);
  }

  return { draw, spoil: (points: readonly Point[], reach) => cache.spoil(points, reach), spoilAll: cache.spoilAll };
}

/** Whole device pixels, so that neighbours neither overlap nor gape and an exact tile is copied as it is. */
function edgesOf({ transform, devicePixelRatio: ratio }: MapPainter["frame"], { scale, column, row }: TilePlace) {
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

function within(painter: MapPainter, places: readonly TilePlace[], paint: () => void): void {
  const { ctx, frame } = painter;
  ctx.save();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.beginPath();
  for (const place of places) {
    const { left, top, right, bottom } = edgesOf(frame, place);
    ctx.rect(left, top, right - left, bottom - top);
  }
  ctx.clip();
  paint();
  ctx.restore();
}

function render(
  painter: MapPainter,
  place: TilePlace,
  { paint, used }: { paint: Paint; used: OffscreenCanvas | undefined },
): OffscreenCanvas {
  const picture = used ?? new OffscreenCanvas(TILE_PX, TILE_PX);
  const ctx = picture.getContext("2d");
  if (!ctx) return picture;
  const { minX, minY } = boxOfTile(place);
  const { devicePixelRatio } = painter.frame;
  const k = place.scale / devicePixelRatio;
  const side = TILE_PX / devicePixelRatio;
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.clearRect(0, 0, TILE_PX, TILE_PX);
  const frame = {
    transform: { k, x: -minX * k, y: -minY * k },
    viewport: { width: side, height: side },
    devicePixelRatio,
  };
  paint({ ...painter, ctx, frame });
  return picture;
}
