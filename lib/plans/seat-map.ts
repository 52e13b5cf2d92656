import type { GradeCode } from "@/lib/db/schema/catalog";
import type { PlanAreas, PlanPoint, PlanSize, ViewNote } from "./plan";

/** What is known of every seat, in columns: one entry per `seatIndex`, because an object a seat would be ten times the size. */
export type SeatColumns = {
  /** Position in `sections`. */
  section: Uint32Array;
  rowLabel: string[];
  seatNumber: string[];
  /** The middle of the seat, in plan units, to a tenth. */
  x: Float64Array;
  y: Float64Array;
  /** Sum of the SEAT_… bits. */
  flags: Uint8Array;
  /** Position in `viewNotes`; -1 where there is nothing to say. */
  viewNote: Int32Array;
};

/** Where every seat of a plan is. It never changes: a plan that changes is another plan. */
export type SeatGeometry = {
  size: PlanSize;
  areas: PlanAreas;
  /** Where everybody looks; null when the plan does not say. */
  focalPoint: PlanPoint | null;
  /** Every different note about a view, once. */
  viewNotes: ViewNote[];
  sections: string[];
  seats: SeatColumns;
};

/** So many seats after one another are of this grade. */
export type GradeRun = readonly [grade: GradeCode, seatCount: number];

/** What one schedule adds to the geometry of its plan. */
export type ScheduleSeats = {
  scheduleId: string;
  planId: string;
  /** From seat 0 on; together all seats of the plan. */
  gradeRuns: readonly GradeRun[];
  /** Dearest first. */
  grades: readonly { code: GradeCode; priceKrw: number }[];
};

/** Where every seat of a schedule is and what it costs; which of them are free is asked for apart. */
export type SeatMap = Omit<SeatGeometry, "seats"> &
  Omit<ScheduleSeats, "gradeRuns"> & { seats: SeatColumns & { grade: GradeCode[] } };

/** @throws RangeError when the grades are those of more or fewer seats than the plan has. */
export function toSeatMap(geometry: SeatGeometry, { gradeRuns, ...schedule }: ScheduleSeats): SeatMap {
  const seatCount = geometry.seats.x.length;
  const graded = gradeRuns.reduce((sum, [, count]) => sum + count, 0);
  if (graded !== seatCount) throw new RangeError(`${graded} seats have a grade, and the plan has ${seatCount}`);
  const grade: GradeCode[] = [];
  for (const [code, count] of gradeRuns) for (let seat = 0; seat < count; seat++) grade.push(code);
  return { ...geometry, ...schedule, seats: { ...geometry.seats, grade } };
}
