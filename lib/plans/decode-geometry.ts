import { GEOMETRY_FORMAT, type GeometryWire, type NumberRun } from "./encode-geometry";
import type { PlanArea, PlanPoint } from "./plan";
import { PLAN_SEATS_MAX, SEAT_FLAGS } from "./rules";
import type { SeatGeometry } from "./seat-map";

const SEAT_NUMBER_MAX = 999_999_999;
const TENTHS_MAX = 1_000_000_000;
const SHAPES: readonly unknown[] = ["polygon", "rectangle", "ellipse", "circle", "text"] satisfies PlanArea["shape"][];

/**
 * Reads what `encodeGeometry` made, and nothing else: whatever is cut off, of another format or points
 * outside of itself is refused. About 10 ms for 50,000 seats.
 *
 * @throws RangeError naming what does not fit.
 */
export function decodeGeometry(wire: unknown): SeatGeometry {
  assertGeometry(wire);
  const { seatCount, size, areas, focalPoint, viewNotes, sections } = wire;
  const { section, rowLabel } = readRows(wire);
  return {
    ...{ size, areas, focalPoint, viewNotes: [...viewNotes], sections: [...sections] },
    seats: {
      section,
      rowLabel,
      seatNumber: readNumbers(wire.numbers, seatCount),
      x: readLengths(wire.x, seatCount),
      y: readLengths(wire.y, seatCount),
      flags: readRuns(wire.flags, new Uint8Array(seatCount), { min: 0, max: SEAT_FLAGS }),
      viewNote: readRuns(wire.viewNote, new Int32Array(seatCount), { min: -1, max: viewNotes.length - 1 }),
    },
  };
}

function assertGeometry(wire: unknown): asserts wire is GeometryWire {
  if (!isRecord(wire) || wire.format !== GEOMETRY_FORMAT) refuse("format");
  if (!isWithin(wire.seatCount, 0, PLAN_SEATS_MAX)) refuse("seatCount");
  if (!isRecord(wire.size) || !isLength(wire.size.width) || !isLength(wire.size.height)) refuse("size");
  if (wire.focalPoint !== null && !isPoint(wire.focalPoint)) refuse("focalPoint");
  if (!isListOf(wire.areas, isArea)) refuse("areas");
  if (!isListOf(wire.viewNotes, isNote)) refuse("viewNotes");
  if (!isListOf(wire.sections, isText)) refuse("sections");
  if (!isListOf(wire.rowLabel, isText)) refuse("rowLabel");
  for (const column of ["rowSection", "rowSeats", "numbers", "x", "y", "flags", "viewNote"]) {
    if (!Array.isArray(wire[column])) refuse(column);
  }
}

function readRows({ seatCount, sections, rowSection, rowLabel, rowSeats }: GeometryWire) {
  if (rowSection.length !== rowSeats.length || rowLabel.length !== rowSeats.length) refuse("rows");
  const section = new Uint32Array(seatCount);
  const labels: string[] = [];
  for (const [row, count] of rowSeats.entries()) {
    const [own, label] = [rowSection[row], rowLabel[row] ?? ""];
    if (!isWithin(own, 0, sections.length - 1)) refuse("rowSection");
    if (!isWithin(count, 1, seatCount - labels.length)) refuse("rowSeats");
    section.fill(own, labels.length, labels.length + count);
    for (let seat = 0; seat < count; seat++) labels.push(label);
  }
  if (labels.length !== seatCount) refuse("rowSeats");
  return { section, rowLabel: labels };
}

function readNumbers(runs: GeometryWire["numbers"], seatCount: number): string[] {
  const numbers: string[] = [];
  // The same few numbers come again in every row: each is made once.
  const names = new Map<number, string>();
  const nameOf = (value: number): string => {
    const known = names.get(value) ?? String(value);
    names.set(value, known);
    return known;
  };
  for (const run of runs) {
    if (typeof run === "string") {
      numbers.push(run);
      continue;
    }
    assertNumberRun(run, seatCount - numbers.length);
    const [first, step, count] = run;
    for (let seat = 0; seat < count; seat++) numbers.push(nameOf(first + step * seat));
  }
  if (numbers.length !== seatCount) refuse("numbers");
  return numbers;
}

function assertNumberRun(run: unknown, seatsLeft: number): asserts run is NumberRun {
  if (!Array.isArray(run) || run.length !== 3) refuse("numbers");
  const [first, step, count] = run;
  if (!isWithin(count, 1, seatsLeft) || !isWithin(first, 0, SEAT_NUMBER_MAX)) refuse("numbers");
  if (!Number.isSafeInteger(step) || !isWithin(first + step * (count - 1), 0, SEAT_NUMBER_MAX)) refuse("numbers");
}

function readLengths(differences: readonly unknown[], seatCount: number): Float64Array {
  if (differences.length !== seatCount) refuse("coordinates");
  const lengths = new Float64Array(seatCount);
  let tenths = 0;
  let change = 0;
  for (let seat = 0; seat < seatCount; seat++) {
    const difference = differences[seat];
    if (!Number.isSafeInteger(difference)) refuse("coordinates");
    change += Number(difference);
    tenths += change;
    if (!isWithin(tenths, -TENTHS_MAX, TENTHS_MAX)) refuse("coordinates");
    lengths[seat] = tenths / 10;
  }
  return lengths;
}

function readRuns<T extends Uint8Array | Int32Array>(
  runs: readonly unknown[],
  column: T,
  { min, max }: { min: number; max: number },
): T {
  let seat = 0;
  for (let at = 0; at < runs.length; at += 2) {
    const [value, count] = [runs[at], runs[at + 1]];
    if (!isWithin(value, min, max) || !isWithin(count, 1, column.length - seat)) refuse("runs");
    column.fill(value, seat, seat + count);
    seat += count;
  }
  if (seat !== column.length) refuse("runs");
  return column;
}

function refuse(what: string): never {
  throw new RangeError(`This is no seat geometry: ${what} does not fit`);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const isListOf = <T>(value: unknown, isItem: (item: unknown) => item is T): value is T[] =>
  Array.isArray(value) && value.every(isItem);
const isText = (value: unknown): value is string => typeof value === "string";
const isLength = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const isWithin = (value: unknown, min: number, max: number): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= min && value <= max;
const isPlace = ({ x, y }: Record<string, unknown>) => isLength(x) && isLength(y);
const isPoint = (value: unknown): value is PlanPoint => isRecord(value) && isPlace(value);
const isNote = (value: unknown): value is { ko: string; en: string } =>
  isRecord(value) && isText(value.ko) && isText(value.en);
const isTextOrNull = (value: unknown) => value === null || isText(value);
const isLengthOrNull = (value: unknown) => value === null || isLength(value);
const isArea = (value: unknown): value is PlanArea =>
  isRecord(value) &&
  SHAPES.includes(value.shape) &&
  isPlace(value) &&
  isLength(value.rotation) &&
  [value.fill, value.stroke, value.text].every(isTextOrNull) &&
  [value.width, value.height].every(isLengthOrNull) &&
  isListOf(value.points, isPoint);
