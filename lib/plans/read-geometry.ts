import { sql } from "drizzle-orm";
import type { Reader } from "@/lib/db/client";
import { AppError } from "@/lib/kernel/errors";
import type { ViewNote } from "./plan";
import { SEAT_ACCESSIBLE, SEAT_COMPANION, SEAT_GENERAL, SEAT_RESTRICTED_VIEW } from "./rules";
import type { SeatGeometry } from "./seat-map";

type PlanRow = Pick<SeatGeometry, "size" | "areas" | "focalPoint"> & {
  section: string[];
  rowLabel: string[];
  seatNumber: string[];
  x: number[];
  y: number[];
  flags: number[];
  /** Only of the seats that have one. */
  viewNotes: [seatIndex: number, note: ViewNote][];
};

/**
 * Reads where the seats of a plan are: one query and one row whatever the size of the hall, because
 * to read 50,000 rows one by one takes the process seven times as long.
 *
 * @throws AppError `not_found` when there is no such plan.
 */
export async function readGeometry(db: Reader, planId: string): Promise<SeatGeometry> {
  const [row] = await db.execute<PlanRow>(sql`
    select plan.size, plan.areas, plan.focal_point as "focalPoint", seats.*
      from plans plan
      cross join lateral (
        select coalesce(json_agg(section), '[]') as section,
               coalesce(json_agg(row_label), '[]') as "rowLabel",
               coalesce(json_agg(seat_number), '[]') as "seatNumber",
               coalesce(json_agg(x), '[]') as x,
               coalesce(json_agg(y), '[]') as y,
               coalesce(json_agg(is_accessible::int * ${SEAT_ACCESSIBLE}::int
                               + is_restricted_view::int * ${SEAT_RESTRICTED_VIEW}::int
                               + is_companion::int * ${SEAT_COMPANION}::int
                               + is_general::int * ${SEAT_GENERAL}::int), '[]') as flags,
               coalesce(json_agg(json_build_array(seat_index, view_note)) filter (where view_note is not null), '[]')
                 as "viewNotes"
          from (select * from plan_seats where plan_id = plan.id order by seat_index) seat
      ) seats
     where plan.id = ${planId}::uuid`);
  if (!row) throw new AppError("not_found");

  const { size, areas, focalPoint, rowLabel, seatNumber } = row;
  const sections = [...new Set(row.section)];
  const positionOf = new Map(sections.map((section, position) => [section, position]));
  const { viewNotes, viewNote } = collectNotes(row.viewNotes, row.x.length);
  return {
    ...{ size, areas, focalPoint, viewNotes, sections },
    seats: {
      section: Uint32Array.from(row.section, (section) => positionOf.get(section) ?? 0),
      rowLabel,
      seatNumber,
      x: Float64Array.from(row.x, toTenth),
      y: Float64Array.from(row.y, toTenth),
      flags: Uint8Array.from(row.flags),
      viewNote,
    },
  };
}

function collectNotes(notes: PlanRow["viewNotes"], seatCount: number) {
  const viewNotes: ViewNote[] = [];
  const viewNote = new Int32Array(seatCount).fill(-1);
  const positions = new Map<string, number>();
  for (const [seat, { ko, en }] of notes) {
    const key = JSON.stringify([ko, en]);
    const position = positions.get(key) ?? viewNotes.push({ ko, en }) - 1;
    positions.set(key, position);
    viewNote[seat] = position;
  }
  return { viewNotes, viewNote };
}

// Adding 0 turns -0, which JSON cannot say, into 0.
const toTenth = (length: number) => Math.round(length * 10) / 10 + 0;
