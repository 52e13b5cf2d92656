import { centreOn, type MapTransform, toPlan, type Viewport } from "./map-transform";

/** The transform `progress` (0..1) of the way between two, moving and scaling together about the middle of the viewport. */
export function blendTransforms(
  from: MapTransform,
  to: MapTransform,
  { viewport, progress }: { viewport: Viewport; progress: number },
): MapTransform {
  if (progress >= 1) return to;
  const middle = { x: viewport.width / 2, y: viewport.height / 2 };
  const [start, end] = [toPlan(from, middle), toPlan(to, middle)];
  const k = from.k * (to.k / from.k) ** progress;
  // Weighted by scale, so that a point which both views show does not swing out of sight on the way.
  const share = from.k === to.k ? progress : (1 / from.k - 1 / k) / (1 / from.k - 1 / to.k);
  return centreOn({ x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share }, k, viewport);
}

/** Fast at first, gentle at the end; 0..1 to 0..1. */
export const easeOut = (progress: number): number => 1 - (1 - progress) ** 3;
