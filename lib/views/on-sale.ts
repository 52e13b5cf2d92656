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
import { countAvailable, type SeatCounts } from "@/lib/seats/count-available";
import { settings } from "@/lib/settings";
import { services } from "@/lib/web/services";

/** What is on, by search, category and date. Kept for the event list's TTL, or until an event changes. */
export async function readOnSale(filter: ListEventsInput): Promise<EventCard[]> {
  "use cache";
  cacheTag(cacheTags.events);
  cacheLife({ revalidate: settings.eventListCacheTtlSeconds, expire: settings.eventListCacheTtlSeconds * 2 });
  return listEvents(services().readDb, filter);
}

/** One event as its organiser wrote it; may be cached, so it carries nothing that a sale changes. */
export async function readEventDetail(slug: string): Promise<EventDetail | null> {
  "use cache";
  cacheTag(cacheTags.events, cacheTags.event(slug));
  cacheLife({ revalidate: settings.scheduleListCacheTtlSeconds, expire: settings.scheduleListCacheTtlSeconds * 2 });
  return findEventBySlug(services().readDb, slug);
}

export type EventPage = { event: EventDetail; seats: Map<string, SeatCounts> };

/** One event with the seats left in each schedule; the seats are counted now, the rest may be cached. */
export async function readEvent(slug: string): Promise<EventPage | null> {
  const event = await readEventDetail(slug);
  if (!event) return null;
  const seats = await countAvailable(
    services().readDb,
    event.schedules.map((schedule) => schedule.id),
  );
  return { event, seats };
}
