import { drawText, nameRow, type Point, pointOnCircle, ROW_PITCH, SEAT_PITCH, seatsAlongArc } from "./draw-rows";
import type { PlanArea, PlanSeat, ViewNote } from "./plan";

export const STADIUM_SIZE = { width: 8_400, height: 9_200 };
/** The middle of the bowl. */
export const STADIUM_CENTRE = { x: 4_200, y: 4_340 };
/** The middle of the stage's front. */
export const FOCAL_POINT = { x: STADIUM_CENTRE.x, y: STADIUM_CENTRE.y - 1_820 };

// The bowl is an oval of four arcs that run into one another without a corner: two flat ones along
// the sides, two tight ones round the ends. Every row is the same oval, a row pitch further out.
const END_OFFSET = 1_100;
const SIDE_OFFSET = 1_400;
const END_RADIUS = 1_300;
const SIDE_RADIUS = END_RADIUS + Math.hypot(END_OFFSET, SIDE_OFFSET);
const JOINT_DEGREES = Math.atan2(END_OFFSET, SIDE_OFFSET) * (180 / Math.PI);
/** How far the bowl reaches round the north end, behind the stage. */
const WING_DEGREES = 18;

const STAIRS_WIDTH = 26;
const LABEL_GAP = 75;

type Stretch = { centre: Point; radius: number; fromDegrees: number; toDegrees: number; part: "wing" | "side" | "end" };

// From the left of the stage round the back to its right; sections and seats are numbered in that direction.
const { x: X, y: Y } = STADIUM_CENTRE;
const STRETCHES: Stretch[] = [
  {
    part: "wing",
    centre: { x: X, y: Y - END_OFFSET },
    radius: END_RADIUS,
    fromDegrees: 180 + JOINT_DEGREES + WING_DEGREES,
    toDegrees: 180 + JOINT_DEGREES,
  },
  {
    part: "side",
    centre: { x: X + SIDE_OFFSET, y: Y },
    radius: SIDE_RADIUS,
    fromDegrees: 180 + JOINT_DEGREES,
    toDegrees: 180 - JOINT_DEGREES,
  },
  {
    part: "end",
    centre: { x: X, y: Y + END_OFFSET },
    radius: END_RADIUS,
    fromDegrees: 180 - JOINT_DEGREES,
    toDegrees: JOINT_DEGREES,
  },
  {
    part: "side",
    centre: { x: X - SIDE_OFFSET, y: Y },
    radius: SIDE_RADIUS,
    fromDegrees: JOINT_DEGREES,
    toDegrees: -JOINT_DEGREES,
  },
  {
    part: "wing",
    centre: { x: X, y: Y - END_OFFSET },
    radius: END_RADIUS,
    fromDegrees: -JOINT_DEGREES,
    toDegrees: -JOINT_DEGREES - WING_DEGREES,
  },
];

/** `offset` is how far its first row lies outside the bowl's innermost; `sections` how many each stretch has. */
type Tier = { first: number; offset: number; rows: number; sections: Record<Stretch["part"], number> };
const TIERS: Tier[] = [
  { first: 101, offset: 0, rows: 28, sections: { wing: 1, side: 8, end: 5 } },
  { first: 201, offset: 960, rows: 18, sections: { wing: 1, side: 8, end: 6 } },
  { first: 301, offset: 1_620, rows: 23, sections: { wing: 2, side: 10, end: 9 } },
];

type Stand = Stretch & { section: string; tier: Tier };

const BEHIND_THE_STAGE: ViewNote = {
  ko: "무대를 옆에서 비스듬히 뒤로 보는 자리예요. 무대 안쪽과 대형 화면 일부가 가려요.",
  en: "You look at the stage from beside and behind it; part of the stage and of the screens is hidden.",
};

/** The seats of the bowl, and the name of each section in the gangway behind it. */
export function drawStands(): { seats: PlanSeat[]; labels: PlanArea[] } {
  const stands = TIERS.flatMap(divideTier);
  return { seats: stands.flatMap(drawStand), labels: stands.map(labelStand) };
}

function divideTier(tier: Tier): Stand[] {
  const pieces = STRETCHES.flatMap((stretch) => {
    const count = tier.sections[stretch.part];
    const degrees = (stretch.toDegrees - stretch.fromDegrees) / count;
    return Array.from({ length: count }, (_, i) => ({
      ...stretch,
      radius: stretch.radius + tier.offset,
      fromDegrees: stretch.fromDegrees + i * degrees,
      toDegrees: stretch.fromDegrees + (i + 1) * degrees,
    }));
  });
  return pieces.map((piece, i) => ({ ...piece, tier, section: String(tier.first + i) }));
}

function drawStand(stand: Stand): PlanSeat[] {
  return Array.from({ length: stand.tier.rows }, (_, i) => {
    const places = seatsAlongArc(arcOf(stand, i));
    const hasWheelchairs = stand.tier.offset === 0 && stand.part !== "wing" && i === stand.tier.rows - 1;
    const row = nameRow(places, {
      section: stand.section,
      rowLabel: String(i + 1),
      category: categoryOf(stand, i),
      isAccessible: (number, count) => hasWheelchairs && (number === 1 || number === count),
      isCompanion: (number, count) => hasWheelchairs && (number === 2 || number === count - 1),
    });
    return row.map((seat) => (isBehindStage(seat) ? { ...seat, ...RESTRICTED } : seat));
  }).flat();
}

const RESTRICTED = { category: "A", isRestrictedView: true, viewNote: BEHIND_THE_STAGE } as const;

/** The stairs between two sections are equally wide from the first row to the last. */
function arcOf({ centre, radius: firstRadius, fromDegrees, toDegrees }: Stand, rowIndex: number) {
  const radius = firstRadius + rowIndex * ROW_PITCH;
  const stairsDegrees = ((SEAT_PITCH + STAIRS_WIDTH) / 2 / radius) * (180 / Math.PI);
  return { centre, radius, fromDegrees: fromDegrees - stairsDegrees, toDegrees: toDegrees + stairsDegrees };
}

/** Nearer is dearer, by rows; a higher tier counts as further away than it looks from above. */
function categoryOf(stand: Stand, rowIndex: number): string {
  const { fromDegrees, toDegrees, radius } = arcOf(stand, rowIndex);
  const middle = pointOnCircle(stand.centre, radius, (fromDegrees + toDegrees) / 2);
  const distance = Math.hypot(middle.x - FOCAL_POINT.x, middle.y - FOCAL_POINT.y) + stand.tier.offset / 2;
  if (distance < 2_800) return "R";
  return distance < 4_900 ? "S" : "A";
}

/** More than twenty degrees behind the front of the stage. */
function isBehindStage({ x, y }: Point): boolean {
  return FOCAL_POINT.y - y > Math.tan(Math.PI / 9) * Math.abs(x - FOCAL_POINT.x);
}

function labelStand({ centre, radius, fromDegrees, toDegrees, section, tier }: Stand): PlanArea {
  const outside = radius + (tier.rows - 1) * ROW_PITCH + LABEL_GAP;
  return drawText(pointOnCircle(centre, outside, (fromDegrees + toDegrees) / 2), section, 56);
}
