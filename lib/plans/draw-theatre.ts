import { type Arc, drawPolygon, drawText, nameRow, pointOnCircle, ROW_PITCH, seatsAlongArc } from "./draw-rows";
import type { Plan, PlanArea, PlanSeat } from "./plan";

const SIZE = { width: 900, height: 740 };
/** Every row curves about one point above the stage, so that each seat faces the middle of it. */
const FOCUS = { x: 450, y: -245 };

type Block = { section: string; fromDegrees: number; toDegrees: number };

// From the left of somebody who faces the stage to the right; seats are numbered in that direction.
const STALLS: Block[] = [
  { section: "A", fromDegrees: 124, toDegrees: 106 },
  { section: "B", fromDegrees: 103, toDegrees: 77 },
  { section: "C", fromDegrees: 74, toDegrees: 56 },
];
const STALLS_RADIUS = 500;
const STALLS_ROWS = 8;

const BALCONY: Block[] = [
  { section: "D", fromDegrees: 114.5, toDegrees: 91.6 },
  { section: "E", fromDegrees: 88.4, toDegrees: 65.5 },
];
const BALCONY_RADIUS = 832;
const BALCONY_ROWS = 3;

/** A proscenium theatre of about 300 seats: three blocks of curved stalls and a balcony. */
export function drawTheatre(): Plan {
  const stalls = STALLS.flatMap((block) =>
    rowNumbers(STALLS_ROWS).flatMap((row) =>
      nameRow(seatsAlongArc(arcOf(block, STALLS_RADIUS, row)), {
        section: block.section,
        rowLabel: String(row),
        category: stallsCategory(block.section, row),
        isAccessible: (number, count) =>
          block.section === "B" && row === STALLS_ROWS && (number === 1 || number === count),
        isRestrictedView: (number, count) =>
          distanceFromOuterEnd(block.section, number, count) < 3 - Math.ceil(row / 2),
      }),
    ),
  );
  const balcony = BALCONY.flatMap((block) =>
    rowNumbers(BALCONY_ROWS).flatMap((row) =>
      nameRow(seatsAlongArc(arcOf(block, BALCONY_RADIUS, row)), {
        section: block.section,
        rowLabel: String(row),
        category: row === 1 ? "S" : "A",
        isRestrictedView: (number, count) => distanceFromOuterEnd(block.section, number, count) < 1,
      }),
    ),
  );
  return {
    name: "무대와 객석",
    size: SIZE,
    areas: drawSurroundings(),
    focalPoint: { x: 450, y: 118 },
    seats: [...stalls, ...balcony] satisfies PlanSeat[],
  };
}

const rowNumbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

function arcOf({ fromDegrees, toDegrees }: Block, firstRadius: number, row: number): Arc {
  return { centre: FOCUS, radius: firstRadius + (row - 1) * ROW_PITCH, fromDegrees, toDegrees };
}

function stallsCategory(section: string, row: number): string {
  if (section === "B") return row <= 5 ? "VIP" : "R";
  return row <= 4 ? "R" : "S";
}

/** 0 for the seat at the wall; the middle block has no wall. */
function distanceFromOuterEnd(section: string, seatNumber: number, count: number): number {
  if (section === "A" || section === "D") return seatNumber - 1;
  if (section === "C" || section === "E") return count - seatNumber;
  return Number.POSITIVE_INFINITY;
}

function drawSurroundings(): PlanArea[] {
  const apron = [115, 110, 105, 100, 95, 90, 85, 80, 75, 70, 65].map((degrees) => pointOnCircle(FOCUS, 455, degrees));
  const stage = drawPolygon([{ x: 240, y: 40 }, { x: 660, y: 40 }, ...apron.toReversed()], null);
  const rail = [116, 108, 100, 92, 84, 76, 68, 64];
  const balconyFront = drawPolygon(
    [
      ...rail.map((degrees) => pointOnCircle(FOCUS, 804, degrees)),
      ...rail.toReversed().map((degrees) => pointOnCircle(FOCUS, 800, degrees)),
    ],
    null,
  );
  const labels = STALLS.map(({ section, fromDegrees, toDegrees }) =>
    drawText(pointOnCircle(FOCUS, 757, (fromDegrees + toDegrees) / 2), section, 18),
  );
  const balconyLabels = BALCONY.map(({ section, fromDegrees, toDegrees }) =>
    drawText(pointOnCircle(FOCUS, 932, (fromDegrees + toDegrees) / 2), section, 18),
  );
  return [
    stage,
    drawText({ x: 450, y: 118 }, "무대 STAGE", 26),
    ...labels,
    balconyFront,
    ...balconyLabels,
    drawText({ x: 450, y: 712 }, "발코니 BALCONY", 18),
  ];
}
