import { type Hall, seatPoint } from "./hall";
import type { HallRow } from "./hall-rows";
import { detailAt, type MapPainter, pitchPxOf, toPixels } from "./map-scene";
import { toScreen, type Viewport } from "./map-transform";
import { type Box, boxAround, type Point } from "./plan-box";

const ROW_TEXT_PX = 12;
const SECTION_TEXT_PX = 13;

/** Section names from far away, row names from near by. */
export function drawLabels(painter: MapPainter): void {
  const detail = detailAt(pitchPxOf(painter));
  toPixels(painter);
  painter.ctx.textAlign = "center";
  painter.ctx.textBaseline = "middle";
  if (detail === "letters" || detail === "numbers") drawRowNames(painter);
  else drawSectionNames(painter);
}

function drawRowNames({ ctx, scene, frame, palette }: MapPainter): void {
  ctx.font = `600 ${ROW_TEXT_PX}px ${palette.font}`;
  ctx.fillStyle = palette.inkMuted;
  for (const row of scene.hall.rows) {
    if (!row.label) continue;
    for (const end of rowEnds(scene.hall, row)) {
      const at = toScreen(frame.transform, end);
      if (isOnScreen(at, frame.viewport)) ctx.fillText(scene.rowName(row.label), at.x, at.y);
    }
  }
}

/** The places just beyond both ends of a row, where no other seat stands. */
export function rowEnds(hall: Hall, { seats }: HallRow): Point[] {
  const beyond = (last: number | undefined, before: number | undefined): Point[] => {
    if (last === undefined) return [];
    const end = seatPoint(hall, last);
    const inner = before === undefined ? { x: end.x + 1, y: end.y } : seatPoint(hall, before);
    const length = Math.hypot(end.x - inner.x, end.y - inner.y) || 1;
    const step = (hall.pitch * 1.15) / length;
    const place = { x: end.x + (end.x - inner.x) * step, y: end.y + (end.y - inner.y) * step };
    const isTaken = hall.index?.neighbors(place.x, place.y, 1, hall.pitch * 0.8).length !== 0;
    return isTaken ? [] : [place];
  };
  return [...beyond(seats[0], seats[1]), ...beyond(seats.at(-1), seats.at(-2))];
}

function drawSectionNames({ ctx, scene, frame, palette }: MapPainter): void {
  const drawn: Box[] = [];
  ctx.font = `700 ${SECTION_TEXT_PX}px ${palette.font}`;
  for (const section of scene.hall.sections) {
    if (!section.name || section.seatCount === 0) continue;
    const name = scene.sectionName(section.name);
    const at = toScreen(frame.transform, section.middle);
    const half = ctx.measureText(name).width / 2 + 8;
    const plate = { minX: at.x - half, minY: at.y - 12, maxX: at.x + half, maxY: at.y + 12 };
    if (!isOnScreen(at, frame.viewport) || drawn.some((other) => overlaps(other, boxAround(plate, 2)))) continue;
    drawn.push(plate);
    ctx.beginPath();
    ctx.roundRect(plate.minX, plate.minY, plate.maxX - plate.minX, plate.maxY - plate.minY, 12);
    ctx.globalAlpha = 0.92;
    ctx.fillStyle = palette.surface;
    ctx.fill();
    ctx.globalAlpha = 1;
    ctx.fillStyle = palette.ink;
    ctx.fillText(name, at.x, at.y + 0.5);
  }
}

const isOnScreen = ({ x, y }: Point, { width, height }: Viewport) =>
  x > -40 && y > -20 && x < width + 40 && y < height + 20;

const overlaps = (a: Box, b: Box) => a.minX < b.maxX && b.minX < a.maxX && a.minY < b.maxY && b.minY < a.maxY;
