import { seatPoint } from "./hall";
import type { Detail, MapPainter } from "./map-scene";
import type { Point } from "./plan-box";
import { isAccessible, isNotched } from "./seat-shape";

/** What stands on a free seat: the grade's letter, and the seat number where there is room. */
export function drawFace(painter: MapPainter, seat: number, detail: Detail): void {
  const { ctx, scene, palette } = painter;
  const { map, radius } = scene.hall;
  const point = seatPoint(scene.hall, seat);
  const number = map.seats.seatNumber[seat] ?? "";
  const grade = map.seats.grade[seat] ?? "";
  ctx.fillStyle = palette.surface;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  if (isAccessible(scene.hall, seat)) {
    drawWheelchair(painter, point, detail === "numbers" ? radius * 0.52 : radius * 0.72);
    if (detail === "numbers") write(painter, number, { x: point.x + radius * 0.42, y: point.y + radius * 0.45 }, 0.62);
    return;
  }
  if (detail === "letters") {
    const down = isNotched(scene.hall, seat) ? 0.32 : 0.06;
    write(painter, grade.slice(0, 1), { x: point.x, y: point.y + radius * down }, 1.05);
    return;
  }
  const letterX = isNotched(scene.hall, seat) ? point.x - radius * 0.45 : point.x;
  write(painter, grade, { x: letterX, y: point.y - radius * 0.52 }, isNotched(scene.hall, seat) ? 0.4 : 0.5);
  write(painter, number, { x: point.x, y: point.y + radius * 0.28 }, number.length > 2 ? 0.72 : 0.9);
}

/** `size` in seat radii. */
function write({ ctx, scene, palette }: MapPainter, text: string, { x, y }: Point, size: number): void {
  const font = `700 ${scene.hall.radius * size}px ${palette.font}`;
  if (ctx.font !== font) ctx.font = font;
  ctx.fillText(text, x, y);
}

function drawWheelchair({ ctx, scene, palette }: MapPainter, centre: Point, size: number): void {
  const shift = size < scene.hall.radius * 0.6 ? scene.hall.radius * 0.3 : 0;
  const [x, y] = [centre.x - shift, centre.y - shift * 0.6];
  ctx.beginPath();
  ctx.arc(x - size * 0.12, y - size * 0.82, size * 0.2, 0, 2 * Math.PI);
  ctx.fill();
  ctx.beginPath();
  ctx.moveTo(x - size * 0.12, y - size * 0.5);
  ctx.lineTo(x - size * 0.06, y + size * 0.1);
  ctx.lineTo(x + size * 0.48, y + size * 0.1);
  ctx.lineTo(x + size * 0.76, y + size * 0.72);
  ctx.moveTo(x - size * 0.4, y - size * 0.06);
  ctx.arc(x - size * 0.06, y + size * 0.38, size * 0.56, -2.2, 0.75, true);
  ctx.strokeStyle = palette.surface;
  ctx.lineWidth = size * 0.22;
  ctx.stroke();
}
