import "server-only";
import { cacheLife, cacheTag } from "next/cache";
import { cacheTags } from "@/lib/cache/tags";
import {
  type EventCard,
  type EventDetail,
  findEventBySlug,
  type ListEventsInput,
  listEvents,
} from "@/lib/catalog/queries";
import { type EventSaleState, listSaleStates } from "@/lib/catalog/sale-states";
import { countAvailable, type SeatCounts } from "@/lib/seats/count-available";
import { settings } from "@/lib/settings";
import { services } from "@/lib/web/services";
import { readOrElse, readSafely } from "./read-safely";

/** What is on, by search, category and date: the cards as the organiser wrote them, the sale as it stands. */
export async function readOnSale(filter: ListEventsInput): Promise<EventCard[]> {
  const [kept, told] = await Promise.all([readCards(filter), readSaleStates(filter)]);
  const states = told ?? kept;
  const isComplete = states.every((state) => kept.some((card) => card.id === state.id));
  // An event that another process published is not in this one's cache yet.
  const cards = isComplete ? kept : await readSafely("events", () => listEvents(services().readDb, filter));
  const cardsById = new Map(cards.map((card) => [card.id, card]));
  return states.flatMap((state) => {
    const card = cardsById.get(state.id);
    return card ? [{ ...card, ...state }] : [];
  });
}

async function readCards(filter: ListEventsInput): Promise<EventCard[]> {
  "use cache";
  cacheTag(cacheTags.events);
  cacheLife({ revalidate: settings.eventListCacheTtlSeconds, expire: settings.eventListCacheTtlSeconds * 2 });
  return readSafely("events", () => listEvents(services().readDb, filter));
}

/** `null` while the database is away: then the cards' own, older word stands. */
async function readSaleStates(filter: ListEventsInput): Promise<EventSaleState[] | null> {
  "use cache";
  cacheTag(cacheTags.events);
  const ttlSeconds = settings.availabilityCacheTtlMs / 1_000;
  cacheLife({ stale: 0, revalidate: ttlSeconds, expire: ttlSeconds * 2 });
  return readOrElse("sale-states", null, () => listSaleStates(services().readDb, filter));
}

/** One event as its organiser wrote it; may be cached, so it carries nothing that a sale changes. */
export async function readEventDetail(slug: string): Promise<EventDetail | null> {
  "use cache";
  cacheTag(cacheTags.events, cacheTags.event(slug));
  cacheLife({ revalidate: settings.scheduleListCacheTtlSeconds, expire: settings.scheduleListCacheTtlSeconds * 2 });
  return readSafely("event", () => findEventBySlug(services().readDb, slug));
}

export type EventPage = { event: EventDetail; seats: Map<string, SeatCounts> };

/**
 * One event with the seats left in each schedule; the seats are counted now, the rest may be cached.
 * While the database is away no schedule has a count.
 */
export async function readEvent(slug: string): Promise<EventPage | null> {
  const event = await readEventDetail(slug);
  if (!event) return null;
  const scheduleIds = event.schedules.map((schedule) => schedule.id);
  const seats = await readOrElse("seats-left", new Map<string, SeatCounts>(), () =>
    countAvailable(services().readDb, scheduleIds),
  );
  return { event, seats };
}
