import { SEAT_ACCESSIBLE, SEAT_COMPANION, SEAT_GENERAL, SEAT_RESTRICTED_VIEW } from "@/lib/plans/rules";
import type { Hall } from "./hall";
import type { MapCanvas } from "./map-scene";
import type { Point } from "./plan-box";

const has = ({ map }: Hall, seat: number, flags: number) => ((map.seats.flags[seat] ?? 0) & flags) !== 0;

export const isAccessible = (hall: Hall, seat: number) => has(hall, seat, SEAT_ACCESSIBLE);
export const isCompanion = (hall: Hall, seat: number) => has(hall, seat, SEAT_COMPANION);
/** A wheelchair space or the seat beside it: kept for who needs them, and never an orphan. */
export const isMadeForOne = (hall: Hall, seat: number) => has(hall, seat, SEAT_ACCESSIBLE | SEAT_COMPANION);
export const isGeneral = (hall: Hall, seat: number) => has(hall, seat, SEAT_GENERAL);
export const isNotched = (hall: Hall, seat: number) => has(hall, seat, SEAT_RESTRICTED_VIEW);

/** Adds a seat back to the path: round shoulders, nearly square feet; a restricted view has lost a shoulder. */
export function traceSeat(
  ctx: MapCanvas,
  { x, y }: Point,
  { radius, isNotched: hasNotch }: { radius: number; isNotched: boolean },
): void {
  const shoulder = radius * 0.75;
  const foot = radius * 0.28;
  if (!hasNotch) {
    ctx.roundRect(x - radius, y - radius, radius * 2, radius * 2, [shoulder, shoulder, foot, foot]);
    return;
  }
  ctx.moveTo(x - radius, y + radius);
  ctx.lineTo(x - radius, y - radius + shoulder);
  ctx.quadraticCurveTo(x - radius, y - radius, x - radius + shoulder, y - radius);
  ctx.lineTo(x + radius * 0.1, y - radius);
  ctx.lineTo(x + radius * 0.1, y - radius * 0.4);
  ctx.lineTo(x + radius, y - radius * 0.4);
  ctx.lineTo(x + radius, y + radius);
  ctx.closePath();
}

/** The same from further away, where slanted shoulders look round and cost a third. */
export function traceSmallSeat(ctx: MapCanvas, { x, y }: Point, radius: number): void {
  const shoulder = radius * 0.5;
  ctx.moveTo(x - radius, y + radius);
  ctx.lineTo(x - radius, y - radius + shoulder);
  ctx.lineTo(x - radius + shoulder, y - radius);
  ctx.lineTo(x + radius - shoulder, y - radius);
  ctx.lineTo(x + radius, y - radius + shoulder);
  ctx.lineTo(x + radius, y + radius);
  ctx.closePath();
}

/** Adds a disc to the path. */
export function traceDot(ctx: MapCanvas, { x, y }: Point, radius: number): void {
  ctx.moveTo(x + radius, y);
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
}
