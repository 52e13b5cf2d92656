import type { Viewport } from "./map-transform";
import type { Point } from "./plan-box";

type Placing = {
  /** The middle of the seat and half its width, ring included, in CSS pixels. */
  seat: Point & { radius: number };
  card: Viewport;
  area: Viewport;
};

const GAP_PX = 10;
const EDGE_PX = 8;

/** The top left corner for the card: above its seat, or below where there is no room above, and never over it. */
export function placeCard({ seat, card, area }: Placing): Point {
  const above = seat.y - seat.radius - GAP_PX - card.height;
  const below = seat.y + seat.radius + GAP_PX;
  const left = seat.x - card.width / 2;
  return {
    x: Math.max(EDGE_PX, Math.min(left, area.width - card.width - EDGE_PX)),
    y: above >= EDGE_PX ? above : below,
  };
}
