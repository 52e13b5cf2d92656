import Flatbush from "flatbush";
import type { PlanArea } from "@/lib/plans/plan";
import { SEAT_GENERAL } from "@/lib/plans/rules";
import type { SeatMap } from "@/lib/plans/seat-map";
import { type HallRow, type HallSection, rowsOf, sectionSteps } from "./hall-rows";
import { type Box, boxAround, boxOfArea, joinBoxes, type Point } from "./plan-box";
import { isGeneral } from "./seat-shape";

/** A seat map made ready for drawing and pointing at: built once, never changed. */
export type Hall = {
  map: SeatMap;
  seatCount: number;
  /** Distance between the middles of neighbouring seats, in plan units. */
  pitch: number;
  /** Half the width of a drawn seat, in plan units. */
  radius: number;
  /** The plan's areas but for the section names, which the map writes itself. */
  areas: readonly PlanArea[];
  /** Everything that is drawn, seats and areas. */
  bounds: Box;
  rows: readonly HallRow[];
  sections: readonly HallSection[];
  /** Position in `rows`, per seat. */
  rowOf: Int32Array;
  /** Finds seats by place; `null` in a hall without seats. */
  index: Flatbush | null;
};

const RADIUS_PER_PITCH = 0.41;
const LONELY_PITCH = 26;
/** Seats looked at to learn the pitch: enough for a median, few enough for a hall of 50,000. */
const PITCH_SAMPLE_MAX = 400;

/** Sorts, measures and indexes the seats of a map in one go; O(n log n), about 60 ms for 50,000 seats. */
export function buildHall(map: SeatMap): Hall {
  const steps = hallSteps(map);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** `buildHall` in steps of a few milliseconds, for whoever must not hold up the page. */
export function* hallSteps(map: SeatMap): Generator<undefined, Hall> {
  const { x, y } = map.seats;
  const { rows, rowOf } = rowsOf(map);
  yield;
  const index = indexSeats(x, y);
  yield;
  const pitch = index ? medianPitch(index, map) : LONELY_PITCH;
  yield;
  const sections = yield* sectionSteps(map, rows, pitch);
  const boxes = map.areas.map(boxOfArea);
  if (index) boxes.push({ minX: index.minX, minY: index.minY, maxX: index.maxX, maxY: index.maxY });
  const isSectionName = ({ shape, text }: PlanArea) => shape === "text" && map.sections.includes(text?.trim() ?? "");
  // The ground of a general section is drawn as that section.
  const grounds = new Set(sections.map(({ outline }) => outline.area));
  return {
    map,
    seatCount: x.length,
    areas: map.areas.filter((area) => !isSectionName(area) && !grounds.has(area)),
    pitch,
    radius: pitch * RADIUS_PER_PITCH,
    bounds: boxAround(joinBoxes(boxes) ?? { minX: 0, minY: 0, maxX: map.size.width, maxY: map.size.height }, pitch),
    rows,
    rowOf,
    sections,
    index,
  };
}

/** Where the middle of a seat is, in plan units. */
export const seatPoint = ({ map }: Hall, seatIndex: number): Point => ({
  x: map.seats.x[seatIndex] ?? 0,
  y: map.seats.y[seatIndex] ?? 0,
});

/** The seat under a point of the plan, or `null`; the gaps between seats belong to the nearest one. Places of a general section are none. */
export function seatAt(hall: Hall, point: Point, isThere: (seatIndex: number) => boolean): number | null {
  return (
    hall.index?.neighbors(
      point.x,
      point.y,
      1,
      hall.pitch * 0.55,
      (seat) => !isGeneral(hall, seat) && isThere(seat),
    )[0] ?? null
  );
}

/** Seats whose middles lie in the box, in no particular order; none of a general section, which has no places of its own. */
export const seatsWithin = (hall: Hall, box: Box): number[] =>
  hall.index?.search(box.minX, box.minY, box.maxX, box.maxY, (seat) => !isGeneral(hall, seat)) ?? [];

function indexSeats(x: Float64Array, y: Float64Array): Flatbush | null {
  if (x.length === 0) return null;
  const index = new Flatbush(x.length, 16, Float32Array);
  for (let seat = 0; seat < x.length; seat++) index.add(x[seat] ?? 0, y[seat] ?? 0);
  index.finish();
  return index;
}

function medianPitch(index: Flatbush, { seats: { x, y, flags } }: SeatMap): number {
  const step = Math.max(1, Math.floor(x.length / PITCH_SAMPLE_MAX));
  const distances: number[] = [];
  for (let seat = 0; seat < x.length; seat += step) {
    if (((flags[seat] ?? 0) & SEAT_GENERAL) !== 0) continue;
    const [sx, sy] = [x[seat] ?? 0, y[seat] ?? 0];
    const [nearest] = index.neighbors(sx, sy, 1, Number.POSITIVE_INFINITY, (other) => other !== seat);
    if (nearest !== undefined) distances.push(Math.hypot((x[nearest] ?? 0) - sx, (y[nearest] ?? 0) - sy));
  }
  distances.sort((a, b) => a - b);
  return distances[distances.length >> 1] || LONELY_PITCH;
}
