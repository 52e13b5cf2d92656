import type { MapFrame } from "./map-scene";
import { centreOn, toPlan } from "./map-transform";

/** Device pixels from the top left of the canvas. */
export type PlateRect = { left: number; top: number; width: number; height: number };

/** Towards the seats, away from them, or at rest. */
export type ZoomWay = 1 | 0 | -1;

/** The scales that seats are drawn at lie this far apart while the map is zoomed. */
const STEP = Math.SQRT2;
/** A picture stretched further than this is worth another one. */
const STRETCH_MAX = STEP * 1.02;
/** Away from the seats the next picture is begun while this much of the last one is still out of sight. */
const SPARE = 1.12;
/** Further off than this it is no picture of what is to be seen. */
const USABLE_STRETCH = { min: 0.5, max: 4 } as const;
const USABLE_COVER = 0.6;

/** What to picture for a map that is being zoomed: a little more than is seen, at a scale that its seats are drawn at. */
export function plateFrame(frame: MapFrame, way: ZoomWay): MapFrame {
  const { transform, viewport, devicePixelRatio: ratio } = frame;
  const exact = transform.k * ratio;
  const below = STEP ** Math.floor(Math.log2(exact) * 2 + 1e-6);
  const scale = way < 0 && exact < below * SPARE ? below / STEP : below;
  const middle = toPlan(transform, { x: viewport.width / 2, y: viewport.height / 2 });
  const { k, x, y } = centreOn(middle, scale / ratio, viewport);
  // Whole device pixels, so that seats are copied as they were drawn.
  return { ...frame, transform: { k, x: Math.round(x * ratio) / ratio, y: Math.round(y * ratio) / ratio } };
}

/** The same view with `edgePx` device pixels more on every side. */
export function widened(frame: MapFrame, edgePx: number): MapFrame {
  const { transform, viewport, devicePixelRatio } = frame;
  const edge = edgePx / devicePixelRatio;
  return {
    transform: { k: transform.k, x: transform.x + edge, y: transform.y + edge },
    viewport: { width: viewport.width + 2 * edge, height: viewport.height + 2 * edge },
    devicePixelRatio,
  };
}

/** Where a picture taken of `pictured` lies on a map that shows `frame`. */
export function rectOfPlate(pictured: MapFrame, frame: MapFrame): PlateRect {
  const ratio = frame.devicePixelRatio;
  const stretch = stretchOf(pictured, frame);
  return {
    left: (frame.transform.x - pictured.transform.x * stretch) * ratio,
    top: (frame.transform.y - pictured.transform.y * stretch) * ratio,
    width: pictured.viewport.width * stretch * ratio,
    height: pictured.viewport.height * stretch * ratio,
  };
}

/** The share of the canvas that such a picture covers, 0 to 1; a gap narrower than a pixel is none. */
export function coverOf(
  { left, top, width, height }: PlateRect,
  { viewport, devicePixelRatio: ratio }: MapFrame,
): number {
  const share = (from: number, to: number, whole: number) => {
    const covered = Math.min(whole, to + 1) - Math.max(0, from - 1);
    return Math.min(1, Math.max(0, covered / whole));
  };
  const across = share(left, left + width, viewport.width * ratio);
  return across * share(top, top + height, viewport.height * ratio);
}

/** How many times larger than life a picture is shown. */
export const stretchOf = (pictured: MapFrame, frame: MapFrame): number => frame.transform.k / pictured.transform.k;

/** Good enough to be shown until there is a better one. */
export function isUsable(pictured: MapFrame, frame: MapFrame): boolean {
  const stretch = stretchOf(pictured, frame);
  const isNear = stretch >= USABLE_STRETCH.min && stretch <= USABLE_STRETCH.max;
  return isNear && coverOf(rectOfPlate(pictured, frame), frame) >= USABLE_COVER;
}

/** Nothing to gain from another picture yet. */
export function isGood(pictured: MapFrame, frame: MapFrame, way: ZoomWay): boolean {
  const stretch = stretchOf(pictured, frame);
  if (way < 0 ? stretch < SPARE || stretch > STRETCH_MAX * SPARE : stretch > STRETCH_MAX) return false;
  return coverOf(rectOfPlate(pictured, frame), frame) === 1;
}
