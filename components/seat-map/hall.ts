import Flatbush from "flatbush";
import type { PlanArea } from "@/lib/plans/plan";
import { SEAT_GENERAL } from "@/lib/plans/rules";
import type { SeatMap } from "@/lib/plans/seat-map";
import { type HallRow, type HallSection, rowsBySection, rowsOf, sectionSteps } from "./hall-rows";
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
  /** Finds seats by place; `null` in a hall without seats. Made when it is first asked for, which at 50,000 takes a few frames. */
  readonly index: Flatbush | null;
};

const RADIUS_PER_PITCH = 0.41;
const LONELY_PITCH = 26;
/** Seats looked at to learn the pitch: enough for a median. */
const PITCH_SAMPLE_MAX = 100;

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
  const rowsOfSection = rowsBySection(map, rows);
  const pitch = medianPitch(map, rows, rowOf);
  const sections = yield* sectionSteps(map, { rows, rowsOfSection, pitch });
  const boxes = map.areas.map(boxOfArea);
  for (const { bounds, seatCount } of sections) if (seatCount > 0) boxes.push(bounds);
  const names = new Set(map.sections);
  const isSectionName = ({ shape, text }: PlanArea) => shape === "text" && names.has(text?.trim() ?? "");
  // The ground of a general section is drawn as that section.
  const grounds = new Set(sections.map(({ outline }) => outline.area));
  let index: Flatbush | null | undefined;
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
    get index() {
      if (index === undefined) index = indexSeats(x, y);
      return index;
    },
  };
}

/** Makes the index of seats now, so that the first touch need not wait for it. */
export const indexNow = ({ index }: Hall): boolean => index !== null;

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

/** How far most seats are from the nearest other seat of their row and of the rows before and behind. */
function medianPitch({ seats: { x, y, flags } }: SeatMap, rows: readonly HallRow[], rowOf: Int32Array): number {
  const step = Math.max(1, Math.floor(x.length / PITCH_SAMPLE_MAX));
  const distances: number[] = [];
  for (let seat = 0; seat < x.length; seat += step) {
    if (((flags[seat] ?? 0) & SEAT_GENERAL) !== 0) continue;
    const row = rowOf[seat] ?? 0;
    let nearest = Infinity;
    for (const other of [row - 1, row, row + 1].flatMap((near) => rows[near]?.seats ?? [])) {
      const distance = Math.hypot((x[other] ?? 0) - (x[seat] ?? 0), (y[other] ?? 0) - (y[seat] ?? 0));
      if (distance < nearest && other !== seat) nearest = distance;
    }
    if (nearest < Infinity) distances.push(nearest);
  }
  distances.sort((a, b) => a - b);
  return distances[distances.length >> 1] || LONELY_PITCH;
}
