import { and, eq, or, sql } from "drizzle-orm";
import type { Tx } from "@/lib/db/client";
import { planSeats, schedules } from "@/lib/db/schema/catalog";
import { tickets } from "@/lib/db/schema/tickets";
import { AppError } from "@/lib/kernel/errors";
import type { Ticket } from "./lock-seats";
import { findOrphans, type RowSeat, type SeatStanding } from "./orphans";
import { ticketIsFree } from "./rules";

type Choice = { requested: readonly Ticket[]; hold: readonly Ticket[]; now: Date };
type RowName = Pick<Ticket, "scheduleId" | "section" | "rowLabel">;

const keyOf = ({ section, rowLabel }: Pick<RowName, "section" | "rowLabel">) => JSON.stringify([section, rowLabel]);

/**
 * Lines up whoever takes seats of the same rows, where the schedule leaves no orphans: two fans at
 * once, each leaving two seats, could together leave one. Taken after the tickets and in one order, so
 * that nobody waits in a ring; what is read after it is read after the wait.
 */
export async function lockRowsOfSeats(tx: Tx, seats: readonly Ticket[]): Promise<void> {
  const keys = [...new Set(seats.map((seat) => `${seat.scheduleId}:${keyOf(seat)}`))].sort();
  await tx.execute(sql`
    select pg_advisory_xact_lock(hashtextextended(name, 0))
    from json_array_elements_text(${JSON.stringify(keys)}::json) as locks(name)`);
}

/**
 * Refuses a choice that leaves a seat alone where another choice of as many would not. One query,
 * and none when the fan takes nothing new. Call it with the rows locked.
 *
 * @throws AppError `would_leave_orphan`: `details.seatIndexes` would be left alone.
 */
export async function assertLeavesNoOrphans(tx: Tx, { requested, hold, now }: Choice): Promise<void> {
  const own = new Set(hold.map((ticket) => ticket.id));
  const wanted = new Set(requested.flatMap((ticket) => (own.has(ticket.id) ? [] : [ticket.id])));
  const touched = new Map(
    requested.flatMap((ticket) => (wanted.has(ticket.id) ? [[keyOf(ticket), ticket] as const] : [])),
  );
  if (touched.size === 0) return;

  const seats = await readRows(tx, [...touched.values()]);
  const standings = new Map<number, SeatStanding>();
  const rows = new Map<string, RowSeat[]>();
  for (const { ticket, x, y, isAccessible, isCompanion } of seats) {
    standings.set(ticket.seatIndex, standingOf(ticket));
    const row = rows.get(keyOf(ticket)) ?? [];
    row.push({ seatIndex: ticket.seatIndex, x, y, isMadeForOne: isAccessible || isCompanion });
    rows.set(keyOf(ticket), row);
  }
  const orphans = [...rows.values()].flatMap(
    (row) => findOrphans(row, (seatIndex) => standings.get(seatIndex) ?? "taken").avoidable,
  );
  if (orphans.length > 0) throw new AppError("would_leave_orphan", { seatIndexes: orphans });

  function standingOf(ticket: Ticket): SeatStanding {
    if (wanted.has(ticket.id)) return "wanted";
    if (own.has(ticket.id)) return "own";
    return ticketIsFree(ticket, now) ? "free" : "taken";
  }
}

/** Every seat of these rows, with its place on the plan. Places of a general-admission area have no neighbours. */
async function readRows(tx: Tx, rows: readonly RowName[]) {
  const named = rows.map(({ scheduleId, section, rowLabel }) =>
    and(eq(tickets.scheduleId, scheduleId), eq(tickets.section, section), eq(tickets.rowLabel, rowLabel)),
  );
  return tx
    .select({
      ticket: tickets,
      x: planSeats.x,
      y: planSeats.y,
      isAccessible: planSeats.isAccessible,
      isCompanion: planSeats.isCompanion,
    })
    .from(tickets)
    .innerJoin(schedules, eq(schedules.id, tickets.scheduleId))
    .innerJoin(planSeats, and(eq(planSeats.planId, schedules.planId), eq(planSeats.seatIndex, tickets.seatIndex)))
    .where(and(eq(planSeats.isGeneral, false), or(...named)));
}
