import type { PlanArea } from "@/lib/plans/plan";
import { SEAT_GENERAL } from "@/lib/plans/rules";
import type { SeatMap } from "@/lib/plans/seat-map";
import { type Box, boxOfPoints, outlineOfArea, type Point } from "./plan-box";

/** The ground that a section stands on, for drawing it from afar and for tapping it. */
export type SectionOutline = {
  /** Polygons that together cover it; a bent section is several, since one hull would cover what it bends around. */
  parts: readonly (readonly Point[])[];
  bounds: Box;
  /** Where there is room for words: amid its ground. */
  middle: Point;
  /** How wide the ground is there, in plan units. */
  room: number;
  /** Sold by number of people: its seats are never drawn. */
  isGeneral: boolean;
  /** The plan's own area under a general section, which is drawn as that section. */
  area: PlanArea | null;
};

/** From the middle of the outermost seats to the edge, in pitches. */
const MARGIN_PITCHES = 0.7;
/** Ground per seat, in squares of the pitch, beyond which a hull covers more than seats. */
const ROOMY = 1.6;
/** Slices that save less ground than this are not worth their seams. */
const WORTH_SLICING = 0.88;
const SLICES_MAX = 12;
/** A general section without an area of its own gets a disc this wide, in pitches. */
const DISC_PITCHES = 7;

/** The outline of one section. */
export function outlineSection(
  map: SeatMap,
  rows: readonly (readonly number[])[],
  { pitch, middle }: { pitch: number; middle: Point },
): SectionOutline {
  const seats = rows.flat();
  const [first] = seats;
  if (first !== undefined && ((map.seats.flags[first] ?? 0) & SEAT_GENERAL) !== 0)
    return outlineGeneral(map, first, pitch);
  const hullOf = (some: readonly number[]) =>
    hullAround(outermost(map, some).map(pointOf(map)), pitch * MARGIN_PITCHES);
  let parts = [hullOf(seats)];
  for (let slices = 2; slices <= SLICES_MAX; slices *= 2) {
    if (areaOf(parts) <= seats.length * pitch * pitch * ROOMY) break;
    const sliced = sliceRows(rows, slices).map(hullOf);
    if (areaOf(sliced) < areaOf(parts) * WORTH_SLICING) parts = sliced;
  }
  const bounds = boxOfPoints(parts.flat());
  return { parts, bounds, middle, room: roomAt(parts, middle, pitch), isGeneral: false, area: null };
}

function outlineGeneral(map: SeatMap, seat: number, pitch: number): SectionOutline {
  const at = pointOf(map)(seat);
  const around = map.areas
    .filter((area) => area.shape !== "text")
    .map((area) => ({ area, points: outlineOfArea(area) }))
    .filter(({ points }) => isInside(points, at))
    .sort((a, b) => areaOf([a.points]) - areaOf([b.points]))[0];
  const points = around?.points ?? ringAround(at, (pitch * DISC_PITCHES) / 2, 24);
  const ground = { parts: [points], bounds: boxOfPoints(points), middle: at, room: roomAt([points], at, pitch) };
  return { ...ground, isGeneral: true, area: around?.area ?? null };
}

/** True when the point lies in the polygon. */
export const isInside = (polygon: readonly Point[], { x, y }: Point): boolean =>
  crossingsAt(polygon, y).filter((crossing) => x < crossing).length % 2 === 1;

/** The narrowest of three lines through the point and a little above and below, each twice its shorter half. */
function roomAt(parts: readonly (readonly Point[])[], { x, y }: Point, pitch: number): number {
  const rooms = [-2, 0, 2].map((pitches) => {
    const crossings = parts.flatMap((part) => crossingsAt(part, y + pitches * pitch));
    const left = Math.max(...crossings.filter((crossing) => crossing <= x));
    const right = Math.min(...crossings.filter((crossing) => crossing > x));
    return Number.isFinite(right - left) ? 2 * Math.min(x - left, right - x) : 0;
  });
  return Math.min(...rooms);
}

/** Where a level line crosses the edge of a polygon. */
function crossingsAt(polygon: readonly Point[], y: number): number[] {
  return polygon.flatMap((a, position) => {
    const b = polygon[(position + 1) % polygon.length] ?? a;
    return a.y > y === b.y > y ? [] : [((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x];
  });
}

/** The section whose ground is under a point of the plan, or `null`. */
export function sectionAt(outlines: readonly SectionOutline[], point: Point): number | null {
  const { x, y } = point;
  const section = outlines.findIndex(
    ({ bounds: { minX, minY, maxX, maxY }, parts }) =>
      x >= minX && x <= maxX && y >= minY && y <= maxY && parts.some((part) => isInside(part, point)),
  );
  return section === -1 ? null : section;
}

/** The same share of every row, so that each slice of a bent section is nearly straight. */
function sliceRows(rows: readonly (readonly number[])[], slices: number): number[][] {
  return Array.from({ length: slices }, (_, slice) =>
    rows.flatMap((row) =>
      row.slice(Math.floor((row.length * slice) / slices), Math.ceil((row.length * (slice + 1)) / slices)),
    ),
  ).filter((slice) => slice.length > 0);
}

/** The smallest convex polygon with all points at least `margin` inside (Andrew's monotone chain, twice). */
function hullAround(points: readonly Point[], margin: number): Point[] {
  return hull(hull(points).flatMap((point) => ringAround(point, margin, 8)));
}

/** Eight directions, in the order of the turn. */
const EIGHTHS = Array.from({ length: 8 }, (_, eighth) => ({
  alongX: Math.cos((eighth * Math.PI) / 4),
  alongY: Math.sin((eighth * Math.PI) / 4),
}));

/** Without the seats inside the octagon of those farthest out in eight directions: nine of ten, and none of the hull. */
function outermost({ seats: { x, y } }: SeatMap, seats: readonly number[]): readonly number[] {
  const corners = EIGHTHS.map(({ alongX, alongY }) => {
    let farthest = seats[0] ?? 0;
    let best = -Infinity;
    for (const seat of seats) {
      const reach = (x[seat] ?? 0) * alongX + (y[seat] ?? 0) * alongY;
      if (reach <= best) continue;
      best = reach;
      farthest = seat;
    }
    return { x: x[farthest] ?? 0, y: y[farthest] ?? 0 };
  });
  const edges = corners.map((corner, at) => {
    const next = corners[(at + 1) % corners.length] ?? corner;
    return { x: corner.x, y: corner.y, dx: next.x - corner.x, dy: next.y - corner.y };
  });
  const sides = edges.filter(({ dx, dy }) => dx !== 0 || dy !== 0);
  const isOutside = (seat: number) =>
    sides.some((side) => side.dx * ((y[seat] ?? 0) - side.y) - side.dy * ((x[seat] ?? 0) - side.x) <= 0);
  return sides.length < 3 ? seats : seats.filter(isOutside);
}

function hull(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y);
  const half = (way: readonly Point[]) => {
    const chain: Point[] = [];
    for (const point of way) {
      while (chain.length > 1 && turn(chain.at(-2), chain.at(-1), point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return sorted.length < 2 ? sorted : [...half(sorted), ...half(sorted.toReversed())];
}

const turn = (a: Point | undefined, b: Point | undefined, c: Point): number =>
  a && b ? (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) : 0;

const ringAround = ({ x, y }: Point, radius: number, corners: number): Point[] =>
  Array.from({ length: corners }, (_, corner) => {
    const angle = ((corner + 0.5) / corners) * 2 * Math.PI;
    return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
  });

function areaOf(polygons: readonly (readonly Point[])[]): number {
  let doubled = 0;
  for (const polygon of polygons) {
    let own = 0;
    polygon.forEach((a, position) => {
      const b = polygon[(position + 1) % polygon.length] ?? a;
      own += a.x * b.y - b.x * a.y;
    });
    doubled += Math.abs(own);
  }
  return doubled / 2;
}

const pointOf =
  ({ seats: { x, y } }: SeatMap) =>
  (seat: number): Point => ({ x: x[seat] ?? 0, y: y[seat] ?? 0 });
