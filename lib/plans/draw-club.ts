import {
  drawCircle,
  drawPolygon,
  drawRectangle,
  drawText,
  nameRow,
  pointOnCircle,
  SEAT_PITCH,
  seatsAlongArc,
} from "./draw-rows";
import type { Plan, PlanArea, PlanSeat } from "./plan";

const SIZE = { width: 760, height: 660 };
const STAGE = { x: 350, y: 40 };

const TABLES = [
  { x: 110, y: 218 },
  { x: 270, y: 238 },
  { x: 430, y: 238 },
  { x: 590, y: 218 },
  { x: 110, y: 338 },
  { x: 270, y: 358 },
  { x: 430, y: 358 },
  { x: 590, y: 338 },
] as const;
const TABLE_DIAMETER = 34;
const CHAIR_RADIUS = 32;
const CHAIR_DEGREES = [225, 315, 135, 45];

const ROWS = 4;
const SEATS_PER_ROW = 11;
const STOOLS = 8;

/** A small club of about 80 seats: tables of four before the stage, rows behind them, stools along the bar. */
export function drawClub(): Plan {
  const tables = TABLES.flatMap((table, i) =>
    nameRow(
      CHAIR_DEGREES.map((degrees) => pointOnCircle(table, CHAIR_RADIUS, degrees)),
      { section: "T", rowLabel: String(i + 1), category: i < 4 ? "VIP" : "R" },
    ),
  );
  return {
    name: "테이블과 객석",
    size: SIZE,
    areas: drawSurroundings(),
    focalPoint: STAGE,
    seats: [...tables, ...drawRows(), ...drawBar()],
  };
}

function drawRows(): PlanSeat[] {
  return Array.from({ length: ROWS }, (_, i) => {
    const radius = 880 + i * 34;
    const halfDegrees = (((SEATS_PER_ROW - 1) * SEAT_PITCH) / 2 / radius) * (180 / Math.PI);
    const arc = { centre: { x: 350, y: -420 }, radius, fromDegrees: 90 + halfDegrees, toDegrees: 90 - halfDegrees };
    return nameRow(seatsAlongArc(arc), {
      section: "A",
      rowLabel: String(i + 1),
      category: i < 2 ? "R" : "S",
      isAccessible: (number) => i === 0 && number === 1,
    });
  }).flat();
}

function drawBar(): PlanSeat[] {
  const places = Array.from({ length: STOOLS }, (_, i) => ({ x: 666, y: 232 + i * 40 }));
  return nameRow(places, { section: "B", rowLabel: "1", category: "A", isRestrictedView: (number) => number === 1 });
}

function drawSurroundings(): PlanArea[] {
  const apron = [150, 135, 120, 105, 90, 75, 60, 45, 30].map((degrees) => pointOnCircle(STAGE, 130, degrees));
  return [
    drawPolygon([{ x: 180, y: 40 }, ...apron, { x: 520, y: 40 }], null),
    drawText({ x: 350, y: 96 }, "무대 STAGE", 24),
    ...TABLES.flatMap((table, i) => [drawCircle(table, TABLE_DIAMETER, null), drawText(table, String(i + 1), 14)]),
    drawText({ x: 350, y: 414 }, "T", 18),
    drawText({ x: 350, y: 606 }, "A", 18),
    drawRectangle({ x: 692, y: 210 }, 36, 324, null),
    drawText({ x: 710, y: 372 }, "바 BAR", 16, 90),
    drawText({ x: 666, y: 556 }, "B", 18),
  ];
}
