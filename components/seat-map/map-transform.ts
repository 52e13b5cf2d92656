import type { Box, Point } from "./plan-box";

/** Plan to screen: `screen = plan * k + (x, y)`, in CSS pixels from the top left of the canvas. */
export type MapTransform = { k: number; x: number; y: number };
export type Viewport = { width: number; height: number };

/** Seats this far apart, in CSS pixels, are as large as the map will show them. */
const PITCH_PX_MAX = 56;
/** Seats this far apart show their numbers. */
export const READING_PITCH_PX = 34;
/** The smallest distance at which a tap may mean one seat, by what taps. */
const TAP_PITCH_PX_MIN = { touch: 20, pen: 14, mouse: 9 } as const;
export type PointerKind = keyof typeof TAP_PITCH_PX_MIN;

/** CSS pixels kept free at the edges, for what lies over the map there. */
export type Insets = { side: number; top: number; bottom: number };

/** The whole box, as large as it goes, in the middle of what the insets leave of the viewport. */
export function fitBox(box: Box, { width, height }: Viewport, { side, top, bottom }: Insets): MapTransform {
  const [boxWidth, boxHeight] = [Math.max(1, box.maxX - box.minX), Math.max(1, box.maxY - box.minY)];
  const k = Math.max(1e-4, Math.min((width - 2 * side) / boxWidth, (height - top - bottom) / boxHeight));
  const middle = { x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2 };
  return centreOn(middle, k, { width, height: height + top - bottom });
}

/** On a phone the map's buttons lie along the bottom edge. */
const PHONE_WIDTH_MAX_PX = 640;
const INSETS = { phone: { side: 6, top: 8, bottom: 64 }, wide: { side: 14, top: 14, bottom: 14 } } as const;

/** The whole hall, beside the buttons that lie over the map. */
export const fitWhole = (bounds: Box, viewport: Viewport): MapTransform =>
  fitBox(bounds, viewport, viewport.width < PHONE_WIDTH_MAX_PX ? INSETS.phone : INSETS.wide);

const CLOSE_UP_EDGE_PX = 24;
/** However large the section, its seats are seen as seats. */
const CLOSE_UP_PITCH_PX_MIN = 9;

/** A section as large as it goes, neither so small that its seats are lost nor larger than needed to read them. */
export function closeUp(box: Box, pitch: number, viewport: Viewport): MapTransform {
  const edge = CLOSE_UP_EDGE_PX;
  const { k } = fitBox(box, viewport, { side: edge, top: edge, bottom: edge });
  const middle = { x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2 };
  return centreOn(middle, Math.min(READING_PITCH_PX, Math.max(CLOSE_UP_PITCH_PX_MIN, k * pitch)) / pitch, viewport);
}

/** The given scale with a point of the plan in the middle of the viewport. */
export const centreOn = (point: Point, k: number, { width, height }: Viewport): MapTransform => ({
  k,
  x: width / 2 - point.x * k,
  y: height / 2 - point.y * k,
});

/** From the whole hall to seats of PITCH_PX_MAX; a hall that is larger than that already stays as it is. */
export function scaleBounds(fit: MapTransform, pitch: number): [min: number, max: number] {
  return [fit.k, Math.max(fit.k * 1.5, PITCH_PX_MAX / pitch)];
}

export const toScreen = ({ k, x, y }: MapTransform, point: Point): Point => ({
  x: point.x * k + x,
  y: point.y * k + y,
});

export const toPlan = ({ k, x, y }: MapTransform, point: Point): Point => ({
  x: (point.x - x) / k,
  y: (point.y - y) / k,
});

/** The part of the plan that is on screen. */
export function visibleBox(transform: MapTransform, { width, height }: Viewport): Box {
  const [topLeft, bottomRight] = [toPlan(transform, { x: 0, y: 0 }), toPlan(transform, { x: width, y: height })];
  return { minX: topLeft.x, minY: topLeft.y, maxX: bottomRight.x, maxY: bottomRight.y };
}

/** True when seats are far enough apart for one of them to be meant; otherwise a tap looks closer. */
export const canPickSeat = (pitchPx: number, pointer: PointerKind): boolean => pitchPx >= TAP_PITCH_PX_MIN[pointer];

/** The transform that shows `point` with at least `margin` CSS pixels around it; the same one when it does already. */
export function bringIntoView(
  transform: MapTransform,
  point: Point,
  { width, height }: Viewport,
  margin: number,
): MapTransform {
  const at = toScreen(transform, point);
  const dx = Math.max(margin - at.x, 0) + Math.min(width - margin - at.x, 0);
  const dy = Math.max(margin - at.y, 0) + Math.min(height - margin - at.y, 0);
  return dx === 0 && dy === 0 ? transform : { k: transform.k, x: transform.x + dx, y: transform.y + dy };
}
