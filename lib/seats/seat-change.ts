import { sql } from "drizzle-orm";
import { type TicketStatus, tickets } from "@/lib/db/schema/tickets";

/** What a write has made of one seat. Whoever commits it tells it on; see `announce`. */
export type SeatChange = {
  seatIndex: number;
  status: TicketStatus;
  /** Of two changes of one seat the greater is the later, whichever is heard of first. */
  changeId: number;
  /** How long a held seat is kept, in ms; 0 for any other. */
  heldForMs: number;
};

/** The answer of a write, and what it has changed. Nothing but the answer is for clients. */
export type Changed<T> = T & { changes: readonly SeatChange[] };

/**
 * What an UPDATE of tickets returns for its `SeatChange`s. The number is drawn while the row is
 * locked, and the next writer of the row draws theirs once this one has committed.
 */
export const changeColumns = {
  seatIndex: tickets.seatIndex,
  status: tickets.status,
  changeId: sql<number>`nextval('ticket_change_seq')`.mapWith(Number),
  heldForMs:
    sql<number>`coalesce(ceil(extract(epoch from ${tickets.heldUntil} - clock_timestamp()) * 1000), 0)`.mapWith(Number),
};
