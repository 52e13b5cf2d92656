import { and, asc, eq, sql } from "drizzle-orm";
import type { Reader } from "@/lib/db/client";
import { events, plans, schedules, venues } from "@/lib/db/schema/catalog";
import { tickets } from "@/lib/db/schema/tickets";
import { type EventFilter, filtersOf } from "./event-filters";

/** What a fan can do about an event: `past` also means that nothing more will be sold. */
export type SaleState = "on_sale" | "opening_soon" | "sold_out" | "past";

export type EventSaleState = { id: string; saleState: SaleState; salesOpenAt: Date };

const isAhead = sql`${schedules.salesOpenAt} > now()`;
const isSelling = sql`${schedules.salesOpenAt} <= now() and ${schedules.salesCloseAt} > now()`;

// A held seat may come back, so a schedule is sold out only when nothing is free or held. Both are
// one probe of tickets_schedule_status_idx each.
const hasSeats = sql`exists (
  select 1 from ${tickets} where schedule_id = ${schedules.id} and status in ('available', 'held'))`;

/** The state of an event over the schedules of its group: the best that any of them offers. */
export const saleStateOf = sql<SaleState>`case
  when bool_or(${isSelling} and ${hasSeats}) then 'on_sale'
  when bool_or(${isAhead}) then 'opening_soon'
  when bool_or(${schedules.startsAt} > now() and not ${hasSeats}) then 'sold_out'
  else 'past' end`;

/** The next opening that is still ahead; otherwise the first there was. */
export const nextOpening =
  sql`coalesce(min(${schedules.salesOpenAt}) filter (where ${isAhead}), min(${schedules.salesOpenAt}))`.mapWith(
    schedules.salesOpenAt,
  );

/** What can be bought first, what is over last, and within that the soonest. */
export const inOrderOfSale = () => [
  sql`array_position(array['on_sale', 'opening_soon', 'sold_out', 'past'], ${saleStateOf})`,
  sql`min(${schedules.startsAt}) filter (where ${schedules.startsAt} > now())`,
  sql`max(${schedules.startsAt}) desc`,
  asc(events.id),
];

/**
 * What `listEvents` says of the sale alone, in the same order. It changes with every clock tick and
 * every last seat, while the rest of a card changes when an organiser edits it: two cache lifetimes.
 */
export async function listSaleStates(db: Reader, input: EventFilter = {}): Promise<EventSaleState[]> {
  return db
    .select({ id: events.id, saleState: saleStateOf, salesOpenAt: nextOpening })
    .from(events)
    .innerJoin(schedules, and(eq(schedules.eventId, events.id), eq(schedules.status, "published")))
    .innerJoin(plans, eq(plans.id, schedules.planId))
    .innerJoin(venues, eq(venues.id, plans.venueId))
    .where(and(eq(events.status, "published"), ...filtersOf(input)))
    .groupBy(events.id)
    .orderBy(...inOrderOfSale());
}
