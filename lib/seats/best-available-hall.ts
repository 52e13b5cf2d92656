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
};

/** `cost`: how far from the best seat imaginable, in plan units; smaller is better. */
export type RatedSeat = HallSeat & { cost: number; isMadeForOne: boolean };

/** Seats side by side, without an aisle. `rowRank` counts the rows of a section, the best first. */
export type SeatRun = { section: string; rowRank: number; seats: RatedSeat[] };

/** A hall made ready for choosing, once per schedule: a choice then only walks over it. */
export type Hall = { runs: SeatRun[] };

/** How much a plan unit away from the row's middle weighs against one farther from the focal point. */
const MIDDLE_WEIGHT = 0.25;

/** Rates every seat by its way to the focal point, with a preference for the middle of its row. */
export function prepareHall(seats: readonly HallSeat[], focalPoint: PlanPoint): Hall {
  const sections = new Map<string, Map<string, HallSeat[]>>();
  for (const seat of seats) {
    const rows = sections.get(seat.section) ?? new Map<string, HallSeat[]>();
    const row = rows.get(seat.rowLabel) ?? [];
    row.push(seat);
    sections.set(seat.section, rows.set(seat.rowLabel, row));
  }
  return { runs: [...sections].flatMap(([section, rows]) => runsOfSection(section, [...rows.values()], focalPoint)) };
}

/** Where everybody looks when the plan does not say: the middle of its upper edge. */
export const defaultFocalPoint = (size: { width: number }): PlanPoint => ({ x: size.width / 2, y: 0 });

function runsOfSection(section: string, rows: readonly HallSeat[][], focalPoint: PlanPoint): SeatRun[] {
  return rows
    .map((row) => {
      const runs = neighbourRuns(row);
      const seated = runs.flat();
      const middle = seated[Math.floor(seated.length / 2)] ?? focalPoint;
      return { runs, middle, away: distance(middle, focalPoint) };
    })
    .sort((a, b) => a.away - b.away)
    .flatMap(({ runs, middle }, rowRank) =>
      runs.map((run) => ({ section, rowRank, seats: run.map((seat) => rate(seat, focalPoint, middle)) })),
    );
}

const rate = (seat: HallSeat, focalPoint: PlanPoint, middle: PlanPoint): RatedSeat => ({
  ...seat,
  cost: distance(seat, focalPoint) + MIDDLE_WEIGHT * distance(seat, middle),
  isMadeForOne: seat.isAccessible || seat.isCompanion,
});

export const distance = (a: PlanPoint, b: PlanPoint): number => Math.hypot(a.x - b.x, a.y - b.y);
