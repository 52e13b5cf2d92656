import type { GradeCode } from "@/lib/db/schema/catalog";
import type { SeatMap } from "@/lib/plans/seat-map";
import { outlineSection, type SectionOutline } from "./map-outlines";
import type { Box, Point } from "./plan-box";

/** One row of one section; its seats in the order of their numbers. */
export type HallRow = { section: number; label: string; seats: readonly number[] };

/** One section; its rows in the order of the plan. */
export type HallSection = {
  name: string;
  /** Positions in `Hall.rows`. */
  rows: readonly number[];
  seatCount: number;
  /** Where its name is written: the plan's own place beside the seats, or `isOnSeats`, amid them. */
  label: Point & { heightUnits: number; isOnSeats: boolean };
  bounds: Box;
  outline: SectionOutline;
  seatsByGrade: ReadonlyMap<GradeCode, number>;
  /** The grade of most of its seats. */
  mainGrade: GradeCode;
};

const byNumber = new Intl.Collator("ko", { numeric: true }).compare;

/** Groups the seats of a map into rows. */
export function rowsOf({ seats: { section, rowLabel, seatNumber } }: SeatMap): { rows: HallRow[]; rowOf: Int32Array } {
  const rowOf = new Int32Array(section.length);
  const positions = new Map<string, number>();
  const rows: { section: number; label: string; seats: number[] }[] = [];
  let position = -1;
  for (let seat = 0; seat < section.length; seat++) {
    const own = section[seat] ?? 0;
    const label = rowLabel[seat] ?? "";
    const row = rows[position];
    // Seats of one row follow one another, nearly always.
    if (row?.section !== own || row.label !== label) {
      const key = `${own}/${label}`;
      position = positions.get(key) ?? rows.push({ section: own, label, seats: [] }) - 1;
      positions.set(key, position);
    }
    rows[position]?.seats.push(seat);
    rowOf[seat] = position;
  }
  for (const row of rows) sortByNumber(row.seats, seatNumber);
  return { rows, rowOf };
}

/** By value where all of them are plain numbers, which is many times as fast as comparing them as text. */
function sortByNumber(row: number[], seatNumber: readonly string[]): void {
  const textOf = (seat: number) => seatNumber[seat] ?? "";
  const values = row.map((seat) => (/^\d{1,9}$/.test(textOf(seat)) ? Number(textOf(seat)) : Number.NaN));
  if (values.every((value, place) => place === 0 || value > (values[place - 1] ?? 0))) return;
  if (values.some(Number.isNaN)) row.sort((a, b) => byNumber(textOf(a), textOf(b)));
  else row.sort((a, b) => Number(textOf(a)) - Number(textOf(b)));
}

/** The positions of each section's rows, in the order of the plan. */
export function rowsBySection(map: SeatMap, rows: readonly HallRow[]): number[][] {
  const own: number[][] = map.sections.map(() => []);
  for (const [position, row] of rows.entries()) own[row.section]?.push(position);
  return own;
}

type Grouped = { rows: readonly HallRow[]; rowsOfSection: readonly (readonly number[])[]; pitch: number };

/** Groups the rows into sections, one section a step. */
export function* sectionSteps(
  map: SeatMap,
  { rows, rowsOfSection, pitch }: Grouped,
): Generator<undefined, HallSection[]> {
  const sections: HallSection[] = [];
  for (const [section, own] of rowsOfSection.entries()) {
    sections.push(toSection(map, { name: map.sections[section] ?? "", own, rows, pitch }));
    yield;
  }
  return sections;
}

type SectionParts = { name: string; own: readonly number[]; rows: readonly HallRow[]; pitch: number };

function toSection(map: SeatMap, { name, own, rows, pitch }: SectionParts): HallSection {
  const ownSeats = own.map((position) => rows[position]?.seats ?? []);
  const seats = ownSeats.flat();
  const bounds = boxOfSeats(map, seats);
  const middle = middleOf(map, seats, bounds);
  const seatsByGrade = countGrades(map, seats);
  return {
    name,
    rows: own,
    seatCount: seats.length,
    bounds,
    label: labelOf(map, name, middle),
    outline: outlineSection(map, ownSeats, { pitch, middle }),
    seatsByGrade,
    mainGrade: [...seatsByGrade].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "A",
  };
}

function countGrades({ seats: { grade } }: SeatMap, own: readonly number[]): Map<GradeCode, number> {
  const counts = new Map<GradeCode, number>();
  let first = 0;
  for (let place = 1; place <= own.length; place++) {
    // Seats of one grade lie side by side, so that whole stretches are counted at once.
    const code = grade[own[first] ?? -1];
    if (code === undefined || (place < own.length && grade[own[place] ?? -1] === code)) continue;
    counts.set(code, (counts.get(code) ?? 0) + place - first);
    first = place;
  }
  return counts;
}

const LABEL_UNITS = 18;

function labelOf({ areas }: SeatMap, name: string, middle: Point): HallSection["label"] {
  const own = areas.find(({ shape, text }) => shape === "text" && name !== "" && text?.trim() === name);
  if (!own) return { ...middle, heightUnits: LABEL_UNITS, isOnSeats: true };
  return { x: own.x, y: own.y, heightUnits: own.height ?? LABEL_UNITS, isOnSeats: false };
}

function boxOfSeats({ seats: { x, y } }: SeatMap, seats: readonly number[]): Box {
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (const seat of seats) {
    const seatX = x[seat] ?? 0;
    const seatY = y[seat] ?? 0;
    if (seatX < box.minX) box.minX = seatX;
    if (seatX > box.maxX) box.maxX = seatX;
    if (seatY < box.minY) box.minY = seatY;
    if (seatY > box.maxY) box.maxY = seatY;
  }
  return box;
}

/** A curved section's average lies outside of it, so the seat nearest to the average stands for the middle. */
function middleOf({ seats: { x, y } }: SeatMap, seats: readonly number[], bounds: Box): Point {
  const mean = { x: 0, y: 0 };
  for (const seat of seats) {
    mean.x += (x[seat] ?? 0) / seats.length;
    mean.y += (y[seat] ?? 0) / seats.length;
  }
  let best: number | null = null;
  let bestDistance = Infinity;
  for (const seat of seats) {
    const distance = ((x[seat] ?? 0) - mean.x) ** 2 + ((y[seat] ?? 0) - mean.y) ** 2;
    if (distance >= bestDistance) continue;
    best = seat;
    bestDistance = distance;
  }
  return best === null ? { x: bounds.minX, y: bounds.minY } : { x: x[best] ?? 0, y: y[best] ?? 0 };
}
