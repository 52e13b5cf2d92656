import {
  drawPolygon,
  drawRectangle,
  drawText,
  nameRow,
  type Point,
  pointOnCircle,
  ROW_PITCH,
  SEAT_PITCH,
  seatsAlongArc,
  seatsInLine,
} from "./draw-rows";
import type { Plan, PlanArea, PlanSeat } from "./plan";

const SIZE = { width: 1_640, height: 1_380 };
/** The middle of the round hall. */
const CENTRE = { x: 820, y: 540 };

const FLOOR_COLUMNS = 11;
const FLOOR_ROWS = 9;
const FLOOR_ROW_PITCH = 28;
const AISLE = 48;
const FLOOR_WIDTH = FLOOR_COLUMNS * SEAT_PITCH;
const FLOOR_DEPTH = FLOOR_ROWS * FLOOR_ROW_PITCH;
const FLOOR_TOP = CENTRE.y - 235;

type FloorBlock = { section: string; column: -1 | 1; isFront: boolean };
const FLOOR: FloorBlock[] = [
  { section: "A", column: -1, isFront: true },
  { section: "B", column: 1, isFront: true },
  { section: "C", column: -1, isFront: false },
  { section: "D", column: 1, isFront: false },
];

// The tribunes run from the left of the stage round the back to its right: 101 … 110.
const TRIBUNES = 10;
const TRIBUNE_FIRST_DEGREES = 195;
const TRIBUNE_DEGREES = 21;
const STAIRS_WIDTH = 18;
const TRIBUNE_RADIUS = 492;
const TRIBUNE_ROWS = 10;

/** A round arena of about 1,200 seats: four floor blocks before a stage with a runway, and a ring of tribunes. */
export function drawArena(): Plan {
  const tribunes = Array.from({ length: TRIBUNES }, (_, i) => i + 1);
  return {
    name: "콘서트 배치",
    size: SIZE,
    areas: drawSurroundings(),
    focalPoint: { x: CENTRE.x, y: CENTRE.y - 330 },
    seats: [...FLOOR.flatMap(drawFloorBlock), ...tribunes.flatMap(drawTribune)],
  };
}

function drawFloorBlock({ section, column, isFront }: FloorBlock): PlanSeat[] {
  const top = floorBlockTop(isFront);
  return Array.from({ length: FLOOR_ROWS }, (_, i) => {
    const middle = { x: floorBlockMiddle(column), y: top + (i + 0.5) * FLOOR_ROW_PITCH };
    const rowLabel = String(i + 1);
    return nameRow(seatsInLine(middle, FLOOR_COLUMNS), { section, rowLabel, category: isFront ? "VIP" : "R" });
  }).flat();
}

const floorBlockMiddle = (column: -1 | 1) => CENTRE.x + (column * (FLOOR_WIDTH + AISLE)) / 2;
const floorBlockTop = (isFront: boolean) => FLOOR_TOP + (isFront ? 0 : FLOOR_DEPTH + AISLE);

function drawTribune(tribune: number): PlanSeat[] {
  const section = String(100 + tribune);
  const isBesideStage = tribune === 1 || tribune === TRIBUNES;
  const isBackMiddle = tribune === TRIBUNES / 2 || tribune === TRIBUNES / 2 + 1;
  return Array.from({ length: TRIBUNE_ROWS }, (_, i) => {
    const row = i + 1;
    const radius = TRIBUNE_RADIUS + i * ROW_PITCH;
    return nameRow(seatsAlongArc({ centre: CENTRE, radius, ...tribuneAngles(tribune, radius) }), {
      section,
      rowLabel: String(row),
      category: tribuneCategory(tribune, row),
      isAccessible: (number) => isBackMiddle && row === 1 && number <= 2,
      isRestrictedView: (number, count) => isBesideStage && (tribune === 1 ? number - 1 : count - number) < 2,
    });
  }).flat();
}

/** The stairs between two tribunes are equally wide from the first row to the last. */
function tribuneAngles(tribune: number, radius: number): { fromDegrees: number; toDegrees: number } {
  const stairsDegrees = ((SEAT_PITCH + STAIRS_WIDTH) / 2 / radius) * (180 / Math.PI);
  const fromDegrees = TRIBUNE_FIRST_DEGREES - (tribune - 1) * TRIBUNE_DEGREES;
  return { fromDegrees: fromDegrees - stairsDegrees, toDegrees: fromDegrees - TRIBUNE_DEGREES + stairsDegrees };
}

/** The sides are near the stage and cost more than the back; within a tribune the lower rows do. */
function tribuneCategory(tribune: number, row: number): string {
  const isSide = tribune <= 3 || tribune > TRIBUNES - 3;
  if (isSide && row <= 3) return "R";
  return row <= (isSide ? 7 : 5) ? "S" : "A";
}

function drawSurroundings(): PlanArea[] {
  const { x, y } = CENTRE;
  const runway: Point[] = [
    { x: x - 330, y: y - 500 },
    { x: x + 330, y: y - 500 },
    { x: x + 330, y: y - 330 },
    { x: x + 60, y: y - 330 },
    { x: x + 60, y: y - 270 },
    { x: x - 60, y: y - 270 },
    { x: x - 60, y: y - 330 },
    { x: x - 330, y: y - 330 },
  ];
  const floorLabels = FLOOR.map(({ section, column, isFront }) =>
    drawText(
      { x: floorBlockMiddle(column), y: floorBlockTop(isFront) + (isFront ? -14 : FLOOR_DEPTH + 14) },
      section,
      24,
    ),
  );
  const tribuneLabels = Array.from({ length: TRIBUNES }, (_, i) => {
    const middleDegrees = TRIBUNE_FIRST_DEGREES - (i + 0.5) * TRIBUNE_DEGREES;
    return drawText(pointOnCircle(CENTRE, 798, middleDegrees), String(101 + i), 24);
  });
  return [
    drawPolygon(runway, null),
    drawText({ x, y: y - 415 }, "무대 STAGE", 44),
    ...floorLabels,
    drawRectangle({ x: x - 90, y: y + 374 }, 180, 60, null),
    drawText({ x, y: y + 404 }, "콘솔 MIX", 20),
    ...tribuneLabels,
  ];
}
