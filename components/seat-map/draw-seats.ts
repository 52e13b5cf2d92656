import type { GradeCode } from "@/lib/db/schema/catalog";
import { drawFace } from "./draw-seat-face";
import { seatPoint, seatsWithin } from "./hall";
import { type Detail, detailAt, type MapPainter, pitchPxOf, toPlanUnits } from "./map-scene";
import { visibleBox } from "./map-transform";
import { boxAround } from "./plan-box";
import type { SeatLook } from "./seat-looks";
import { isNotched, traceDot, traceSeat, traceSmallSeat } from "./seat-shape";

/** Seats that look alike are one path and one stroke of the brush, however many they are. */
type Batch = { look: SeatLook; grade: GradeCode; isDimmed: boolean; seats: number[] };

const DIMMED_ALPHA = 0.16;
const isMine = (look: SeatLook) => look === "chosen" || look === "held_by_me";

/** Draws the seats on screen: the reader's own, the others or all. */
export function drawSeats(painter: MapPainter, whose: "mine" | "others" | "all"): void {
  const detail = detailAt(pitchPxOf(painter));
  toPlanUnits(painter);
  // Mine last, so that no neighbour covers its ring.
  for (const batch of batchesOf(painter, whose).toSorted((a, b) => Number(isMine(a.look)) - Number(isMine(b.look)))) {
    painter.ctx.globalAlpha = batch.isDimmed ? DIMMED_ALPHA : 1;
    drawBatch(painter, batch, detail);
  }
  painter.ctx.globalAlpha = 1;
}

/** A ring about one seat, `widthPx` CSS pixels wide, that leaves the seat itself alone. */
export function drawRing(
  painter: MapPainter,
  seat: number,
  ring: { colour: string; widthPx: number; dashPx?: number },
): void {
  const { ctx, scene, frame } = painter;
  toPlanUnits(painter);
  const width = ring.widthPx / frame.transform.k;
  ctx.beginPath();
  traceSeat(ctx, seatPoint(scene.hall, seat), { radius: scene.hall.radius + width * 1.2, isNotched: false });
  ctx.strokeStyle = ring.colour;
  ctx.lineWidth = width;
  ctx.setLineDash(ring.dashPx ? [ring.dashPx / frame.transform.k] : []);
  ctx.stroke();
  ctx.setLineDash([]);
}

function batchesOf({ scene, looks, frame }: MapPainter, whose: "mine" | "others" | "all"): Batch[] {
  const { hall, filter } = scene;
  const fits = filter?.fits;
  const batches = new Map<string, Batch>();
  const box = boxAround(visibleBox(frame.transform, frame.viewport), hall.pitch);
  for (const seat of whose === "mine" ? looks.mine() : seatsWithin(hall, box)) {
    const look = looks.lookAt(seat);
    const grade = hall.map.seats.grade[seat];
    if (look === "blocked" || grade === undefined || (whose === "others" && isMine(look))) continue;
    const isDimmed = fits?.[seat] === 0 && !isMine(look);
    const key = `${look}/${look === "free" ? grade : ""}/${isDimmed}`;
    const batch = batches.get(key) ?? { look, grade, isDimmed, seats: [] };
    batch.seats.push(seat);
    batches.set(key, batch);
  }
  return [...batches.values()];
}

function drawBatch(painter: MapPainter, { look, grade, seats }: Batch, detail: Detail): void {
  const { palette } = painter;
  switch (look) {
    case "free":
      fillSeats(painter, seats, palette.grade[grade], detail);
      if (detail === "letters" || detail === "numbers") for (const seat of seats) drawFace(painter, seat, detail);
      return;
    case "chosen":
    case "held_by_me":
      for (const seat of seats) drawMine(painter, seat, look === "chosen" ? palette.ink : palette.ember);
      return;
    case "held":
      outlineSeats(painter, seats, detail);
      return;
    case "sold":
      fillDots(painter, seats);
      return;
    default:
      fillSeats(painter, seats, palette.line, detail);
  }
}

function fillSeats(
  { ctx, scene: { hall } }: MapPainter,
  seats: readonly number[],
  colour: string,
  detail: Detail,
): void {
  const { radius } = hall;
  ctx.beginPath();
  for (const seat of seats) {
    const point = seatPoint(hall, seat);
    if (detail === "dots") ctx.rect(point.x - radius, point.y - radius, radius * 2, radius * 2);
    else if (detail === "shapes" && !isNotched(hall, seat)) traceSmallSeat(ctx, point, radius);
    else traceSeat(ctx, point, { radius, isNotched: isNotched(hall, seat) });
  }
  ctx.fillStyle = colour;
  ctx.fill();
}

function outlineSeats({ ctx, scene: { hall }, palette }: MapPainter, seats: readonly number[], detail: Detail): void {
  const width = hall.radius * 0.16;
  ctx.beginPath();
  for (const seat of seats) {
    traceSeat(ctx, seatPoint(hall, seat), { radius: hall.radius - width / 2, isNotched: isNotched(hall, seat) });
  }
  ctx.strokeStyle = palette.seatHeld;
  ctx.lineWidth = width;
  ctx.setLineDash(detail === "dots" ? [] : [hall.radius * 0.42, hall.radius * 0.3]);
  ctx.stroke();
  ctx.setLineDash([]);
}

function fillDots({ ctx, scene: { hall }, palette }: MapPainter, seats: readonly number[]): void {
  ctx.beginPath();
  for (const seat of seats) traceDot(ctx, seatPoint(hall, seat), hall.radius * 0.38);
  ctx.fillStyle = palette.seatSold;
  ctx.fill();
}

function drawMine(painter: MapPainter, seat: number, ringColour: string): void {
  const { ctx, scene, palette } = painter;
  const { radius } = scene.hall;
  const { x, y } = seatPoint(scene.hall, seat);
  // Ring and all it is one pitch wide, so that two of mine side by side do not run together.
  ctx.beginPath();
  traceSeat(ctx, { x, y }, { radius: radius * 1.12, isNotched: false });
  ctx.fillStyle = palette.paper;
  ctx.fill();
  ctx.strokeStyle = ringColour;
  ctx.lineWidth = radius * 0.17;
  ctx.stroke();
  ctx.beginPath();
  traceSeat(ctx, { x, y }, { radius: radius * 0.88, isNotched: false });
  ctx.fillStyle = palette.ink;
  ctx.fill();
  ctx.beginPath();
  ctx.moveTo(x - radius * 0.45, y + radius * 0.02);
  ctx.lineTo(x - radius * 0.12, y + radius * 0.36);
  ctx.lineTo(x + radius * 0.48, y - radius * 0.36);
  ctx.strokeStyle = palette.surface;
  ctx.lineWidth = radius * 0.24;
  ctx.lineCap = "round";
  ctx.lineJoin = "round";
  ctx.stroke();
  ctx.lineCap = "butt";
}
