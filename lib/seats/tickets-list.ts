import { and, eq, gt, not, type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/lib/db/client";
import type { GradeCode } from "@/lib/db/schema/catalog";
import { type TicketStatus, tickets } from "@/lib/db/schema/tickets";
import { AppError } from "@/lib/kernel/errors";
import { ticketIsFreeSql } from "./ticket-is-free-sql";

/** A seat of a schedule as anybody may see it: never whose it is. */
export type ListedTicket = {
  id: number;
  seatIndex: number;
  section: string;
  rowLabel: string;
  seatNumber: string;
  grade: GradeCode;
  priceKrw: number;
  /** What it is now: a hold that has run out is "available". */
  status: TicketStatus;
};
export type TicketPage = { items: ListedTicket[]; nextCursor: string | null };

const statusNow = sql<TicketStatus>`case when ${ticketIsFreeSql} then 'available' else ${tickets.status} end`;

/**
 * The tickets of a schedule in id order, `limit` at a time.
 * @param query.cursor the `nextCursor` of the page before.
 * @throws AppError `invalid_input` when the cursor is none of ours.
 */
export async function listTickets(
  db: Reader,
  query: { scheduleId: string; status?: TicketStatus | undefined; cursor?: string | undefined; limit: number },
): Promise<TicketPage> {
  const after = query.cursor === undefined ? 0 : Number(query.cursor);
  if (!Number.isSafeInteger(after) || after < 0)
    throw new AppError("invalid_input", { fields: { cursor: ["unknown_cursor"] } });

  const rows = await db
    .select({
      id: tickets.id,
      seatIndex: tickets.seatIndex,
      section: tickets.section,
      rowLabel: tickets.rowLabel,
      seatNumber: tickets.seatNumber,
      grade: tickets.grade,
      priceKrw: tickets.priceKrw,
      status: statusNow,
    })
    .from(tickets)
    .where(and(eq(tickets.scheduleId, query.scheduleId), gt(tickets.id, after), query.status && isNow(query.status)))
    .orderBy(tickets.id)
    .limit(query.limit + 1);
  const items = rows.slice(0, query.limit);
  return { items, nextCursor: rows.length > query.limit ? String(items.at(-1)?.id) : null };
}

function isNow(status: TicketStatus): SQL | undefined {
  if (status === "available") return ticketIsFreeSql;
  return and(eq(tickets.status, status), not(ticketIsFreeSql));
}
