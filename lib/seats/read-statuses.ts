import { eq, sql } from "drizzle-orm";
import type { Reader } from "@/lib/db/client";
import { tickets } from "@/lib/db/schema/tickets";
import { AppError } from "@/lib/kernel/errors";
import { SEAT_CODES } from "./rules";

/** Every seat of a schedule as the database has it. */
export type StatusReading = {
  /** As `Availability.statuses`; a hold that has run out reads as available. */
  statuses: string;
  /** Each held seat with the ms it is still kept. */
  heldForMs: [seatIndex: number, ms: number][];
};

/**
 * One query, about 100 ms for 50,000 seats.
 *
 * @throws AppError `not_found` when the schedule has no tickets. Safe to retry.
 */
export async function readStatuses(db: Reader, scheduleId: string): Promise<StatusReading> {
  const isLive = sql`${tickets.status} = 'held' and ${tickets.heldUntil} > statement_timestamp()`;
  const code = sql`case
    when ${isLive} then ${SEAT_CODES.held}
    when ${tickets.status} in ('available', 'held') then ${SEAT_CODES.available}
    when ${tickets.status} = 'sold' then ${SEAT_CODES.sold}
    else ${SEAT_CODES.blocked} end`;
  const leftMs = sql`ceil(extract(epoch from ${tickets.heldUntil} - statement_timestamp()) * 1000)`;
  const [row] = await db
    .select({
      statuses: sql<string | null>`string_agg(${code}, '' order by ${tickets.seatIndex})`,
      heldForMs: sql<
        [number, number][] | null
      >`json_agg(json_build_array(${tickets.seatIndex}, ${leftMs})) filter (where ${isLive})`,
    })
    .from(tickets)
    .where(eq(tickets.scheduleId, scheduleId));
  if (!row?.statuses) throw new AppError("not_found");
  return { statuses: row.statuses, heldForMs: row.heldForMs ?? [] };
}
