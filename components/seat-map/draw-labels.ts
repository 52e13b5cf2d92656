import { hasOverview } from "./draw-grounds";
import { widthOf } from "./draw-section-words";
import { type Hall, seatPoint } from "./hall";
import type { HallRow, HallSection } from "./hall-rows";
import { sectionAt } from "./map-outlines";
import { detailAt, type MapPainter, pitchPxOf, toPixels } from "./map-scene";
import { type MapTransform, toPlan, toScreen, type Viewport, visibleBox } from "./map-transform";
import { type Box, boxAround, overlaps, type Point } from "./plan-box";

const ROW_TEXT_PX = 12;
const SECTION_TEXT_PX = { min: 12, max: 22 } as const;
const EDGE_PX = 6;

/** Section names from everywhere, row names from near by; none over another. */
export function drawLabels(painter: MapPainter, alpha: number): void {
  const detail = detailAt(pitchPxOf(painter));
  const isNear = detail === "letters" || detail === "numbers";
  const drawn: Box[] = [];
  toPixels(painter);
  painter.ctx.globalAlpha = alpha;
  painter.ctx.textAlign = "center";
  painter.ctx.textBaseline = "middle";
  for (const section of painter.scene.hall.sections) {
    if (section.name && section.seatCount > 0 && !section.outline.isGeneral && !(isNear && section.label.isOnSeats)) {
      drawSectionName(painter, section, drawn);
    }
  }
  if (isNear) drawWhereabouts(painter, drawn);
  if (isNear) drawRowNames(painter, drawn, detail === "numbers");
  painter.ctx.globalAlpha = 1;
}

function drawSectionName(painter: MapPainter, { name, label }: HallSection, drawn: Box[]): void {
  const { ctx, scene, frame, palette } = painter;
  const { min, max } = SECTION_TEXT_PX;
  const at = toScreen(frame.transform, label);
  const size = label.isOnSeats ? 13 : Math.round(Math.min(max, Math.max(min, label.heightUnits * frame.transform.k)));
  // A large hall's names are those of its overview, where there is no room for more than the bare one.
  const text = hasOverview(scene.hall.seatCount) ? name : scene.sectionName(name);
  const font = `700 ${size}px ${palette.font}`;
  const half = { x: widthOf(painter, text, font) / 2 + (label.isOnSeats ? 8 : 3), y: size * 0.85 };
  if (!isOnScreen(at, frame.viewport)) return;
  const x = Math.min(Math.max(at.x, half.x + EDGE_PX), frame.viewport.width - half.x - EDGE_PX);
  const plate = { minX: x - half.x, minY: at.y - half.y, maxX: x + half.x, maxY: at.y + half.y };
  if (!claim(drawn, plate)) return;
  if (label.isOnSeats) drawPlate(painter, plate);
  ctx.font = font;
  ctx.strokeStyle = palette.paper;
  ctx.lineWidth = 3;
  ctx.lineJoin = "round";
  if (!label.isOnSeats) ctx.strokeText(text, x, at.y + 0.5);
  ctx.fillStyle = palette.ink;
  ctx.fillText(text, x, at.y + 0.5);
}

function drawPlate({ ctx, palette }: MapPainter, { minX, minY, maxX, maxY }: Box): void {
  ctx.beginPath();
  ctx.roundRect(minX, minY, maxX - minX, maxY - minY, (maxY - minY) / 2);
  ctx.fillStyle = palette.surface;
  ctx.fill();
}

function drawRowNames({ ctx, scene, frame, palette }: MapPainter, drawn: Box[], hasRoom: boolean): void {
  ctx.font = `600 ${ROW_TEXT_PX}px ${palette.font}`;
  ctx.fillStyle = palette.inkMuted;
  const widths = new Map<string, number>();
  const seen = boxAround(visibleBox(frame.transform, frame.viewport), scene.hall.pitch * 3);
  for (const row of scene.hall.rows) {
    if (!row.label || !hasEndWithin(scene.hall, row, seen)) continue;
    // Rows that run up the screen lie as close as their seats, where only the bare mark has room.
    const name = hasRoom ? scene.rowName(row.label) : row.label;
    const halfWidth = widths.get(name) ?? ctx.measureText(name).width / 2;
    widths.set(name, halfWidth);
    for (const at of rowEnds(scene.hall, row, { transform: frame.transform, halfWidth })) {
      const plate = { minX: at.x - halfWidth, minY: at.y - 8, maxX: at.x + halfWidth, maxY: at.y + 8 };
      if (isOnScreen(at, frame.viewport) && claim(drawn, plate)) ctx.fillText(name, at.x, at.y);
    }
  }
}

/** Most rows of a large hall are somewhere else. */
function hasEndWithin(hall: Hall, { seats }: HallRow, { minX, minY, maxX, maxY }: Box): boolean {
  return [seats[0], seats.at(-1)].some((seat) => {
    const { x, y } = seatPoint(hall, seat ?? 0);
    return x > minX && x < maxX && y > minY && y < maxY;
  });
}

/** The places on screen just beyond both ends of a row that have room for its name between the seats. */
export function rowEnds(
  hall: Hall,
  { seats }: HallRow,
  { transform, halfWidth }: { transform: MapTransform; halfWidth: number },
): Point[] {
  const clear = hall.radius + (halfWidth + 5) / transform.k;
  const beyond = (last: number | undefined, before: number | undefined): Point[] => {
    if (last === undefined) return [];
    const end = seatPoint(hall, last);
    const inner = before === undefined ? { x: end.x + 1, y: end.y } : seatPoint(hall, before);
    const step = clear / (Math.hypot(end.x - inner.x, end.y - inner.y) || 1);
    const place = { x: end.x + (end.x - inner.x) * step, y: end.y + (end.y - inner.y) * step };
    return hasRoomBeyond(hall, last, { place, clear }) ? [toScreen(transform, place)] : [];
  };
  return [...beyond(seats[0], seats[1]), ...beyond(seats.at(-1), seats.at(-2))];
}

type Beyond = { place: Point; clear: number };

/** Looking among 50,000 seats costs more than writing, so an answer holds for all zooms of about the same size. */
function hasRoomBeyond(hall: Hall, last: number, { place, clear }: Beyond): boolean {
  const size = Math.round(Math.log2(clear) * SIZES_PER_OCTAVE);
  const known = rooms.get(hall) ?? new Map<number, { size: number; hasRoom: boolean }>();
  rooms.set(hall, known);
  const answer = known.get(last);
  if (answer?.size === size) return answer.hasRoom;
  const hasRoom = hall.index?.neighbors(place.x, place.y, 1, clear * 0.85, (seat) => seat !== last).length === 0;
  known.set(last, { size, hasRoom });
  return hasRoom;
}

const SIZES_PER_OCTAVE = 8;
const rooms = new WeakMap<Hall, Map<number, { size: number; hasRoom: boolean }>>();

/** Takes the place unless something is written there already. */
function claim(drawn: Box[], plate: Box): boolean {
  const wide = boxAround(plate, 2);
  if (drawn.some((other) => overlaps(other, wide))) return false;
  drawn.push(plate);
  return true;
}

const isOnScreen = ({ x, y }: Point, { width, height }: Viewport) =>
  x > -40 && y > -20 && x < width + 40 && y < height + 20;

const PILL_PX = { top: 22, text: 13 } as const;

/** The name of the section in the middle of the screen, once it is so near that its own place is out of sight. */
function drawWhereabouts(painter: MapPainter, drawn: Box[]): void {
  const { ctx, scene, frame, palette } = painter;
  const { width, height } = frame.viewport;
  const found = sectionAt(
    scene.hall.sections.map(({ outline }) => outline),
    toPlan(frame.transform, { x: width / 2, y: height / 2 }),
  );
  const section = found === null ? undefined : scene.hall.sections[found];
  if (!section?.name || isOnScreen(toScreen(frame.transform, section.label), frame.viewport)) return;
  const text = scene.sectionName(section.name);
  const font = `700 ${PILL_PX.text}px ${palette.font}`;
  const half = { x: widthOf(painter, text, font) / 2 + 12, y: PILL_PX.text };
  const [x, y] = [width / 2, PILL_PX.top];
  drawn.push({ minX: x - half.x, minY: y - half.y, maxX: x + half.x, maxY: y + half.y });
  drawPlate(painter, { minX: x - half.x, minY: y - half.y, maxX: x + half.x, maxY: y + half.y });
  ctx.strokeStyle = palette.line;
  ctx.lineWidth = 1;
  ctx.stroke();
  ctx.fillStyle = palette.ink;
  ctx.font = font;
  ctx.fillText(text, x, y + 0.5);
}
