import { sql } from "drizzle-orm";
import { tickets } from "@/lib/db/schema/tickets";

/** `ticketIsFree` for a WHERE, by the clock at the start of the statement: for plain reads, which wait for nobody. */
export const ticketIsFreeSql = sql`(${tickets.status} = 'available' or (${tickets.status} = 'held' and ${tickets.heldUntil} <= statement_timestamp()))`;
