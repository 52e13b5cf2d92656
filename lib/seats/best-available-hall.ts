import type { GradeCode } from "@/lib/db/schema/catalog";
import type { PlanPoint } from "@/lib/plans/plan";
import { neighbourRuns } from "./orphans";

/** A numbered seat of a schedule; places of a general-admission area are not chosen here. */
export type HallSeat = {
  seatIndex: number;
  section: string;
  rowLabel: string;
  x: number;
  y: number;
  grade: GradeCode;
  priceKrw: number;
  isAccessible: boolean;
  isCompanion: boolean;
  isRestrictedView: boolean;
};

/** Seats side by side, without an aisle: the places from `first` up to, and not including, `end`. */
export type SeatRun = {
  first: number;
  end: number;
  /** What its best seat costs: no block of the run costs less. */
  costMin: number;
};

/** `beside`: the rows of its section in front of it and behind it. */
export type HallRow = { runs: SeatRun[]; costMin: number; beside: HallRow[] };

/**
 * A hall made ready for choosing. Its seats are columns, one entry a place, in the order in which
 * people sit: a choice walks over them without making anything.
 */
export type Hall = {
  seatIndex: Int32Array;
  x: Float32Array;
  y: Float32Array;
  /** How far from the best seat imaginable, in plan units; smaller is better. */
  cost: Float64Array;
  priceKrw: Int32Array;
  grade: GradeCode[];
  isAccessible: Uint8Array;
  /** Accessible, or beside such a seat. */
  isMadeForOne: Uint8Array;
  /** The one with the best seat first; so are `runs`, those of all rows. */
  rows: HallRow[];
  runs: SeatRun[];
};

/** How much a plan unit away from the row's middle weighs against one farther from the focal point. */
const MIDDLE_WEIGHT = 0.25;

/** A seat behind a pillar or the stage counts as if it were so many times as far away. */
const RESTRICTED_VIEW_FACTOR = 2;

/** Rates every seat by its way to the focal point and its view, with a preference for the middle of its row. */
export function prepareHall(seats: readonly HallSeat[], focalPoint: PlanPoint): Hall {
  const hall: Hall = {
    seatIndex: new Int32Array(seats.length),
    x: new Float32Array(seats.length),
    y: new Float32Array(seats.length),
    cost: new Float64Array(seats.length),
    priceKrw: new Int32Array(seats.length),
    grade: [],
    isAccessible: new Uint8Array(seats.length),
    isMadeForOne: new Uint8Array(seats.length),
    rows: [],
    runs: [],
  };
  for (const rows of groupBySection(seats)) addSection(hall, rows, focalPoint);
  hall.rows.sort((a, b) => a.costMin - b.costMin);
  hall.runs = hall.rows.flatMap((row) => row.runs).sort((a, b) => a.costMin - b.costMin);
  return hall;
}

/** Where everybody looks when the plan does not say: the middle of its upper edge. */
export const defaultFocalPoint = (size: { width: number }): PlanPoint => ({ x: size.width / 2, y: 0 });

function groupBySection(seats: readonly HallSeat[]): HallSeat[][][] {
  const sections = new Map<string, Map<string, HallSeat[]>>();
  for (const seat of seats) {
    const rows = sections.get(seat.section) ?? new Map<string, HallSeat[]>();
    const row = rows.get(seat.rowLabel) ?? [];
    row.push(seat);
    sections.set(seat.section, rows.set(seat.rowLabel, row));
  }
  return [...sections.values()].map((rows) => [...rows.values()]);
}

/** Adds a section's rows; in the order of nearness the one before and the one after are neighbours. */
function addSection(hall: Hall, rows: readonly HallSeat[][], focalPoint: PlanPoint): void {
  const nearestFirst = rows
    .map((row) => {
      const runs = neighbourRuns(row);
      const seated = runs.flat();
      const middle = seated[Math.floor(seated.length / 2)] ?? focalPoint;
      return { runs, middle, away: distance(middle, focalPoint) };
    })
    .sort((a, b) => a.away - b.away);
  let inFront: HallRow | undefined;
  for (const { runs, middle } of nearestFirst) {
    const own = runs.map((run) => addRun(hall, run, middle, focalPoint));
    const row: HallRow = { runs: own, costMin: Math.min(...own.map((run) => run.costMin)), beside: [] };
    if (inFront) {
      row.beside.push(inFront);
      inFront.beside.push(row);
    }
    hall.rows.push(row);
    inFront = row;
  }
}

function addRun(hall: Hall, seats: readonly HallSeat[], middle: PlanPoint, focalPoint: PlanPoint): SeatRun {
  const first = hall.grade.length;
  let costMin = Number.POSITIVE_INFINITY;
  for (const [i, seat] of seats.entries()) {
    const place = first + i;
    const way = distance(seat, focalPoint) + MIDDLE_WEIGHT * distance(seat, middle);
    const cost = seat.isRestrictedView ? RESTRICTED_VIEW_FACTOR * way : way;
    costMin = Math.min(costMin, cost);
    hall.seatIndex[place] = seat.seatIndex;
    hall.x[place] = seat.x;
    hall.y[place] = seat.y;
    hall.cost[place] = cost;
    hall.priceKrw[place] = seat.priceKrw;
    hall.grade.push(seat.grade);
    hall.isAccessible[place] = Number(seat.isAccessible);
    hall.isMadeForOne[place] = Number(seat.isAccessible || seat.isCompanion);
  }
  return { first, end: first + seats.length, costMin };
}

export const distance = (a: PlanPoint, b: PlanPoint): number => Math.hypot(a.x - b.x, a.y - b.y);
