import { PLAIN_SEAT, type PlanArea, type PlanSeat } from "./plan";

/** Distance between the middles of two neighbouring seats of a row, and between two rows. */
export const SEAT_PITCH = 26;
export const ROW_PITCH = 30;

export type Point = { x: number; y: number };
export type Arc = { centre: Point; radius: number; fromDegrees: number; toDegrees: number };

/** A point on a circle; 0° is to the right, 90° down (as on the page), 180° to the left. */
export function pointOnCircle(centre: Point, radius: number, degrees: number): Point {
  const radians = (degrees * Math.PI) / 180;
  return { x: centre.x + radius * Math.cos(radians), y: centre.y + radius * Math.sin(radians) };
}

/** As many seats as fit on the arc, a seat pitch apart and centred on it, in the direction of the arc. */
export function seatsAlongArc({ centre, radius, fromDegrees, toDegrees }: Arc): Point[] {
  const pitchDegrees = (SEAT_PITCH / radius) * (180 / Math.PI);
  const span = Math.abs(toDegrees - fromDegrees);
  const count = Math.floor(span / pitchDegrees + 1e-9) + 1;
  const direction = Math.sign(toDegrees - fromDegrees);
  const first = (fromDegrees + toDegrees) / 2 - (direction * pitchDegrees * (count - 1)) / 2;
  return Array.from({ length: count }, (_, i) => pointOnCircle(centre, radius, first + direction * i * pitchDegrees));
}

/** `count` seats side by side, a seat pitch apart, centred on `middle`. */
export function seatsInLine(middle: Point, count: number): Point[] {
  return Array.from({ length: count }, (_, i) => ({ x: middle.x + (i - (count - 1) / 2) * SEAT_PITCH, y: middle.y }));
}

type RowOptions = Pick<PlanSeat, "section" | "rowLabel" | "category"> & {
  isAccessible?: (seatNumber: number, count: number) => boolean;
  isCompanion?: (seatNumber: number, count: number) => boolean;
  isRestrictedView?: (seatNumber: number, count: number) => boolean;
};

/** Names the seats of a row 1, 2, 3 … in the order of `places`. */
export function nameRow(places: readonly Point[], options: RowOptions): PlanSeat[] {
  const { section, rowLabel, category } = options;
  return places.map(({ x, y }, i) => ({
    ...PLAIN_SEAT,
    guid: `${section}-${rowLabel}-${i + 1}`,
    section,
    rowLabel,
    seatNumber: String(i + 1),
    category,
    x: round(x),
    y: round(y),
    isAccessible: options.isAccessible?.(i + 1, places.length) ?? false,
    isCompanion: options.isCompanion?.(i + 1, places.length) ?? false,
    isRestrictedView: options.isRestrictedView?.(i + 1, places.length) ?? false,
  }));
}

const NOTHING_DRAWN = {
  x: 0,
  y: 0,
  rotation: 0,
  fill: null,
  stroke: null,
  text: null,
  width: null,
  height: null,
  points: [],
} as const;

/** A closed outline; its points are on the plan itself. */
export function drawPolygon(points: readonly Point[], fill: string | null, stroke: string | null = null): PlanArea {
  return {
    ...NOTHING_DRAWN,
    shape: "polygon",
    points: points.map(({ x, y }) => ({ x: round(x), y: round(y) })),
    fill,
    stroke,
  };
}

/** A disc about `centre`. */
export function drawCircle(centre: Point, diameter: number, fill: string | null): PlanArea {
  return {
    ...NOTHING_DRAWN,
    shape: "circle",
    x: round(centre.x),
    y: round(centre.y),
    width: diameter,
    height: diameter,
    fill,
  };
}

/** A box; `corner` is its top left. */
export function drawRectangle(corner: Point, width: number, height: number, fill: string | null): PlanArea {
  return { ...NOTHING_DRAWN, shape: "rectangle", x: round(corner.x), y: round(corner.y), width, height, fill };
}

/** A word whose middle is at `middle`, `heightUnits` tall. */
export function drawText(middle: Point, text: string, heightUnits = 20, rotation = 0): PlanArea {
  return {
    ...NOTHING_DRAWN,
    shape: "text",
    x: round(middle.x),
    y: round(middle.y),
    text,
    height: heightUnits,
    rotation,
  };
}

const round = (length: number) => Math.round(length * 10) / 10;
