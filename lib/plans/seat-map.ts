import { and, asc, eq } from "drizzle-orm";
import type { Reader } from "@/lib/db/client";
import { type GradeCode, grades, planSeats, plans, schedules } from "@/lib/db/schema/catalog";
import { tickets } from "@/lib/db/schema/tickets";
import { AppError } from "@/lib/kernel/errors";
import type { PlanAreas, PlanPoint, PlanSeat, PlanSize, ViewNote } from "./plan";

/** Bits of `SeatMap.seats.flags`. */
export const SEAT_ACCESSIBLE = 1;
export const SEAT_RESTRICTED_VIEW = 2;
export const SEAT_COMPANION = 4;
/** A place of a general-admission area: sold by number of people, never picked one by one. */
export const SEAT_GENERAL = 8;

/**
 * Where every seat of a schedule is and what it costs. It never changes while the schedule sells, so
 * it may be cached for ever; which seats are free is asked for apart. Seats are columns, one entry
 * per `seatIndex`, because a name per value would double the size.
 */
export type SeatMap = {
  scheduleId: string;
  planId: string;
  size: PlanSize;
  areas: PlanAreas;
  /** Where everybody looks; null when the plan does not say. */
  focalPoint: PlanPoint | null;
  /** Every different note about a view, once. */
  viewNotes: ViewNote[];
  sections: string[];
  seats: {
    /** Position in `sections`. */
    section: number[];
    rowLabel: string[];
    seatNumber: string[];
    /** The middle of the seat, in plan units, to a tenth. */
    x: number[];
    y: number[];
    grade: GradeCode[];
    /** Sum of the SEAT_… bits. */
    flags: number[];
    /** Position in `viewNotes`; -1 where there is nothing to say. */
    viewNote: number[];
  };
  /** Dearest first. */
  grades: { code: GradeCode; priceKrw: number }[];
};

/**
 * Reads the map of a schedule in three queries, whatever the size of the hall.
 *
 * @throws AppError `not_found` when there is no such schedule.
 */
export async function readSeatMap(db: Reader, scheduleId: string): Promise<SeatMap> {
  const [plan] = await db
    .select({ planId: plans.id, size: plans.size, areas: plans.areas, focalPoint: plans.focalPoint })
    .from(schedules)
    .innerJoin(plans, eq(plans.id, schedules.planId))
    .where(eq(schedules.id, scheduleId));
  if (!plan) throw new AppError("not_found");

  const [prices, rows] = await Promise.all([
    db.select({ code: grades.code, priceKrw: grades.priceKrw }).from(grades).where(eq(grades.scheduleId, scheduleId)),
    db
      .select({
        section: tickets.section,
        rowLabel: tickets.rowLabel,
        seatNumber: tickets.seatNumber,
        grade: tickets.grade,
        x: planSeats.x,
        y: planSeats.y,
        isAccessible: planSeats.isAccessible,
        isCompanion: planSeats.isCompanion,
        isRestrictedView: planSeats.isRestrictedView,
        isGeneral: planSeats.isGeneral,
        viewNote: planSeats.viewNote,
      })
      .from(tickets)
      .innerJoin(planSeats, and(eq(planSeats.planId, plan.planId), eq(planSeats.seatIndex, tickets.seatIndex)))
      .where(eq(tickets.scheduleId, scheduleId))
      .orderBy(asc(tickets.seatIndex)),
  ]);

  const sections = [...new Set(rows.map((seat) => seat.section))];
  const { viewNotes, noteOf } = collectNotes(rows);
  const positionOf = new Map(sections.map((section, position) => [section, position]));
  return {
    scheduleId,
    ...plan,
    viewNotes,
    sections,
    seats: {
      section: rows.map((seat) => positionOf.get(seat.section) ?? 0),
      rowLabel: rows.map((seat) => seat.rowLabel),
      seatNumber: rows.map((seat) => seat.seatNumber),
      x: rows.map((seat) => toTenth(seat.x)),
      y: rows.map((seat) => toTenth(seat.y)),
      grade: rows.map((seat) => seat.grade),
      flags: rows.map(flagsOf),
      viewNote: noteOf,
    },
    grades: prices.sort((a, b) => b.priceKrw - a.priceKrw),
  };
}

type Traits = Pick<PlanSeat, "isAccessible" | "isCompanion" | "isRestrictedView" | "isGeneral">;

const flagsOf = (seat: Traits): number =>
  (seat.isAccessible ? SEAT_ACCESSIBLE : 0) +
  (seat.isRestrictedView ? SEAT_RESTRICTED_VIEW : 0) +
  (seat.isCompanion ? SEAT_COMPANION : 0) +
  (seat.isGeneral ? SEAT_GENERAL : 0);

function collectNotes(seats: readonly Pick<PlanSeat, "viewNote">[]): { viewNotes: ViewNote[]; noteOf: number[] } {
  const viewNotes: ViewNote[] = [];
  const positions = new Map<string, number>();
  const noteOf = seats.map(({ viewNote }) => {
    if (viewNote === null) return -1;
    const key = JSON.stringify([viewNote.ko, viewNote.en]);
    const position = positions.get(key) ?? viewNotes.push(viewNote) - 1;
    positions.set(key, position);
    return position;
  });
  return { viewNotes, noteOf };
}

const toTenth = (length: number) => Math.round(length * 10) / 10;
