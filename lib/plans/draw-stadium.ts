import { drawPolygon, drawRectangle, drawText, nameRow, SEAT_PITCH, seatsInLine } from "./draw-rows";
import { drawStands, FOCAL_POINT, STADIUM_CENTRE, STADIUM_SIZE } from "./draw-stands";
import { drawPlaces, middleOfArea } from "./general-admission";
import type { Plan, PlanArea, PlanSeat } from "./plan";

const { x: MIDDLE, y: CENTRE_Y } = STADIUM_CENTRE;

const FLOOR_COLUMNS = 20;
const FLOOR_ROWS = 26;
const FLOOR_ROW_PITCH = 32;
const BLOCK_WIDTH = FLOOR_COLUMNS * SEAT_PITCH;
const BLOCK_DEPTH = FLOOR_ROWS * FLOOR_ROW_PITCH;
const AISLE = 80;
const FLOOR_TOP = CENTRE_Y - 580;

const FRONT_BLOCKS = ["A", "B", "C", "D"];
const BACK_BLOCKS = ["E", "F", "G", "H"];

const STANDING_PLACES = 1_500;
const STANDING = [
  { name: "스탠딩 A", side: -1 },
  { name: "스탠딩 B", side: 1 },
] as const;

type FloorBlock = { section: string; left: number; top: number; isFront: boolean };

/**
 * A stadium of about 50,000 places set for a concert: a stage at the north end, two standing areas
 * beside its runway, eight floor blocks, and an oval bowl of three tiers that leaves the stage's back free.
 */
export function drawStadium(): Plan {
  const blocks = [...layBlocks(FRONT_BLOCKS, true), ...layBlocks(BACK_BLOCKS, false)];
  const stands = drawStands();
  const standing = STANDING.map(({ name, side }) => ({ name, area: drawStandingArea(side) }));
  return {
    name: "스타디움 콘서트 배치",
    size: STADIUM_SIZE,
    areas: [
      ...drawStage(),
      ...standing.flatMap(({ name, area }) => [area, drawText(middleOfArea(area), name, 96)]),
      ...blocks.map(({ section, left, top }) => drawText({ x: left + BLOCK_WIDTH / 2, y: top - 34 }, section, 48)),
      ...drawConsole(),
      ...stands.labels,
    ],
    focalPoint: FOCAL_POINT,
    seats: [
      ...blocks.flatMap(drawFloorBlock),
      ...stands.seats,
      ...standing.flatMap(({ name, area }) =>
        drawPlaces({ name, capacity: STANDING_PLACES, category: "VIP", middle: middleOfArea(area) }),
      ),
    ],
  };
}

function layBlocks(sections: readonly string[], isFront: boolean): FloorBlock[] {
  const width = sections.length * BLOCK_WIDTH + (sections.length - 1) * AISLE;
  return sections.map((section, i) => ({
    section,
    left: MIDDLE - width / 2 + i * (BLOCK_WIDTH + AISLE),
    top: FLOOR_TOP + (isFront ? 0 : BLOCK_DEPTH + 2 * AISLE),
    isFront,
  }));
}

/** The last row of the two outer blocks at the back is level with the way in, and kept for wheelchairs. */
function drawFloorBlock({ section, left, top, isFront }: FloorBlock): PlanSeat[] {
  const hasWheelchairs = section === BACK_BLOCKS[0] || section === BACK_BLOCKS.at(-1);
  return Array.from({ length: FLOOR_ROWS }, (_, i) => {
    const isLast = i === FLOOR_ROWS - 1;
    const middle = { x: left + BLOCK_WIDTH / 2, y: top + (i + 0.5) * FLOOR_ROW_PITCH };
    return nameRow(seatsInLine(middle, FLOOR_COLUMNS), {
      section,
      rowLabel: String(i + 1),
      category: isFront ? "VIP" : "R",
      isAccessible: (number) => hasWheelchairs && isLast && number <= 8 && number % 2 === 1,
      isCompanion: (number) => hasWheelchairs && isLast && number <= 8 && number % 2 === 0,
    });
  }).flat();
}

function drawStage(): PlanArea[] {
  const { x, y } = FOCAL_POINT;
  const stage = [
    { x: x - 600, y: y - 420 },
    { x: x + 600, y: y - 420 },
    { x: x + 820, y: y + 60 },
    { x: x + 90, y: y + 60 },
    { x: x + 90, y: y + 760 },
    { x: x + 190, y: y + 820 },
    { x: x + 190, y: y + 960 },
    { x: x - 190, y: y + 960 },
    { x: x - 190, y: y + 820 },
    { x: x - 90, y: y + 760 },
    { x: x - 90, y: y + 60 },
    { x: x - 820, y: y + 60 },
  ];
  return [drawPolygon(stage, null), drawText({ x, y: y - 180 }, "무대 STAGE", 150)];
}

/** `side` is -1 left of the runway, 1 right of it. The outer corner is cut off: the bowl curves there. */
function drawStandingArea(side: -1 | 1): PlanArea {
  const top = FOCAL_POINT.y + 150;
  const corners = [
    { x: 260, y: top },
    { x: 1_000, y: top },
    { x: 1_180, y: top + 240 },
    { x: 1_180, y: top + 980 },
    { x: 260, y: top + 980 },
  ];
  const points = corners.map(({ x, y }) => ({ x: MIDDLE + side * x, y }));
  return drawPolygon(side === 1 ? points : points.toReversed(), null);
}

function drawConsole(): PlanArea[] {
  const top = FLOOR_TOP + 2 * BLOCK_DEPTH + 2 * AISLE + 120;
  return [
    drawRectangle({ x: MIDDLE - 260, y: top }, 520, 170, null),
    drawText({ x: MIDDLE, y: top + 85 }, "콘솔 MIX", 60),
  ];
}
