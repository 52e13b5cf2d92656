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
import { services } from "@/lib/runtime/services";
import { readAvailability } from "@/lib/seats/availability";
import { countLeft, type SeatCounts } from "@/lib/seats/count-left";
import { settings } from "@/lib/settings";
import { readOrElse, readSafely } from "./read-safely";
import { readSeatGrades } from "./seat-map";

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
 * One event with the seats left in each schedule, as the seat maps show them now; the rest may be
 * cached. A schedule of which nothing is known while the database is away has no count.
 */
export async function readEvent(slug: string): Promise<EventPage | null> {
  const event = await readEventDetail(slug);
  if (!event) return null;
  const counted = await Promise.all(event.schedules.map(({ id }) => countSeatsLeft(id)));
  const seats = new Map(event.schedules.flatMap(({ id }, i) => (counted[i] ? [[id, counted[i]] as const] : [])));
  return { event, seats };
}

const countSeatsLeft = (scheduleId: string): Promise<SeatCounts | null> =>
  readOrElse("seats-left", null, async () => {
    const gradeRuns = await readSeatGrades(scheduleId);
    // Without seats nothing is kept of it, and nothing is left.
    if (gradeRuns.length === 0) return countLeft("", gradeRuns);
    const { statuses } = await readAvailability(services(), scheduleId);
    return countLeft(statuses, gradeRuns);
  });
