import { and, eq, sql } from "drizzle-orm";
import type { Reader } from "@/lib/db/client";
import { clockMs } from "@/lib/db/clock";
import { listOf, prepared } from "@/lib/db/prepared";
import { events, schedules } from "@/lib/db/schema/catalog";
import { tickets } from "@/lib/db/schema/tickets";
import type { Actor } from "@/lib/kernel/actor";
import { AppError } from "@/lib/kernel/errors";
import type { Ticket } from "./lock-seats";
import { assertOnSale, assertWithinLimit, type SaleTerms, ticketIsFree, ticketIsHeldBy } from "./rules";
import { saleTermsColumns } from "./sale-terms";

/** A seat worth trying for: free, or `isMine` already. */
export type SeatOnSale = { ticketId: number; seatIndex: number; isMine: boolean };

/**
 * One unlocked read that turns away whoever cannot win, before they cost a lock or a transaction.
 * It promises nothing to the others: the transaction looks again.
 *
 * @throws AppError `not_found`, `sales_not_open`, `sales_closed`, `seat_limit_exceeded` with `max`,
 *   or `seat_unavailable` with `seatIndexes` when somebody else has them.
 */
export async function findSeatsOnSale(
  db: Reader,
  actor: Actor,
  request: { scheduleId: string; seatIndexes: readonly number[] },
): Promise<SeatOnSale[]> {
  const { scheduleId } = request;
  const rows = await readOnSale(db, { scheduleId, seatIndexes: listOf(request.seatIndexes) });

  const now = new Date(rows[0]?.nowMs ?? 0);
  const terms = rows[0]?.terms;
  assertOnSale(terms, now);
  assertWithinLimit(request.seatIndexes.length, Math.min(terms.seatsPerBookingMax, terms.seatsPerUserMax));

  const found = rows.flatMap(({ ticket }) => (ticket ? [ticket] : []));
  if (found.length !== request.seatIndexes.length) throw new AppError("not_found");
  const isMine = (ticket: (typeof found)[number]) => ticketIsHeldBy(actor.userId, ticket, now);
  const taken = found.filter((ticket) => !ticketIsFree(ticket, now) && !isMine(ticket));
  if (taken.length > 0) throw new AppError("seat_unavailable", { seatIndexes: taken.map((t) => t.seatIndex) });
  return found.map((ticket) => ({ ticketId: ticket.id, seatIndex: ticket.seatIndex, isMine: isMine(ticket) }));
}

type Row = { ticket: Ticket | null; terms: SaleTerms; nowMs: number };

const readOnSale = prepared<{ scheduleId: string; seatIndexes: string }, Row[]>((build) => {
  const isWanted = sql`${tickets.seatIndex} = any(${sql.placeholder("seatIndexes")}::int[])`;
  return build
    .select({ ticket: tickets, terms: saleTermsColumns, nowMs: clockMs })
    .from(schedules)
    .innerJoin(events, eq(events.id, schedules.eventId))
    .leftJoin(tickets, and(eq(tickets.scheduleId, schedules.id), isWanted))
    .where(eq(schedules.id, sql.placeholder("scheduleId")))
    .orderBy(tickets.id)
    .prepare("read_on_sale");
});
