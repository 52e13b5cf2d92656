import type { PlanAreas, PlanPoint, PlanSize, ViewNote } from "./plan";
import type { SeatColumns, SeatGeometry } from "./seat-map";

export const GEOMETRY_FORMAT = 1;

/** Seats after one another whose numbers are `first`, `first + step`, … */
export type NumberRun = readonly [first: number, step: number, seatCount: number];

/** `SeatGeometry` as it travels; docs/geometry.md says what each field holds. */
export type GeometryWire = {
  format: typeof GEOMETRY_FORMAT;
  seatCount: number;
  size: PlanSize;
  areas: PlanAreas;
  focalPoint: PlanPoint | null;
  viewNotes: readonly ViewNote[];
  sections: readonly string[];
  rowSection: readonly number[];
  rowLabel: readonly string[];
  rowSeats: readonly number[];
  numbers: readonly (NumberRun | string)[];
  x: readonly number[];
  y: readonly number[];
  flags: readonly number[];
  viewNote: readonly number[];
};

/**
 * Packs a geometry for the way to the browser: 6 bytes a seat, or 1 once compressed. Coordinates keep
 * a tenth of a plan unit.
 */
export function encodeGeometry({ seats, ...plan }: SeatGeometry): GeometryWire {
  return {
    format: GEOMETRY_FORMAT,
    seatCount: seats.x.length,
    ...plan,
    ...rowsOf(seats),
    numbers: numberRuns(seats.seatNumber),
    x: secondDifferences(seats.x),
    y: secondDifferences(seats.y),
    flags: runsOf(seats.flags),
    viewNote: runsOf(seats.viewNote),
  };
}

function rowsOf({ section, rowLabel }: SeatColumns): Pick<GeometryWire, "rowSection" | "rowLabel" | "rowSeats"> {
  const rows = { rowSection: [] as number[], rowLabel: [] as string[], rowSeats: [] as number[] };
  for (let seat = 0; seat < section.length; seat++) {
    const [own, label] = [section[seat] ?? 0, rowLabel[seat] ?? ""];
    const last = rows.rowSeats.length - 1;
    if (last >= 0 && rows.rowSection[last] === own && rows.rowLabel[last] === label) {
      rows.rowSeats[last] = (rows.rowSeats[last] ?? 0) + 1;
    } else {
      rows.rowSection.push(own);
      rows.rowLabel.push(label);
      rows.rowSeats.push(1);
    }
  }
  return rows;
}

/** A number that would be written back just as it was read. */
const PLAIN_NUMBER = /^(0|[1-9]\d{0,8})$/;

function numberRuns(seatNumbers: readonly string[]): (NumberRun | string)[] {
  const runs: (NumberRun | string)[] = [];
  for (const text of seatNumbers) {
    if (!PLAIN_NUMBER.test(text)) {
      runs.push(text);
      continue;
    }
    const grown = withNext(runs.at(-1), Number(text));
    if (grown) runs[runs.length - 1] = grown;
    else runs.push([Number(text), 0, 1]);
  }
  return runs;
}

function withNext(run: NumberRun | string | undefined, next: number): NumberRun | null {
  if (run === undefined || typeof run === "string") return null;
  const [first, step, seatCount] = run;
  if (seatCount === 1) return [first, next - first, 2];
  return next === first + step * seatCount ? [first, step, seatCount + 1] : null;
}

/** In tenths, each as the change of the change: nearly all are 0 where seats stand evenly, even along a curve. */
function secondDifferences(lengths: Float64Array): number[] {
  let [before, change] = [0, 0];
  return Array.from(lengths, (length) => {
    const tenths = Math.round(length * 10);
    const own = tenths - before;
    const difference = own - change;
    [before, change] = [tenths, own];
    return difference;
  });
}

/** value, count, value, count … */
function runsOf(values: Uint8Array | Int32Array): number[] {
  const runs: number[] = [];
  for (const value of values) {
    if (runs.at(-2) === value) runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1;
    else runs.push(value, 1);
  }
  return runs;
}
