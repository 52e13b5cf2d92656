import { Skeleton } from "@/components/ui/skeleton";
import type { EventCard as Card } from "@/lib/catalog/queries";
import { EventCard } from "./event-card";

const GRID = "grid grid-cols-2 gap-x-4 gap-y-10 sm:grid-cols-3 sm:gap-x-6 lg:grid-cols-4 xl:gap-x-8";
const SKELETON_CARDS = ["a", "b", "c", "d", "e", "f", "g", "h"];

type EventGridProps = { events: readonly Card[]; now: Date };

/** Posters in rows: two on a phone, four on a desk. */
export function EventGrid({ events, now }: EventGridProps) {
  return (
    <ul className={GRID}>
      {events.map((event) => (
        <li key={event.id}>
          <EventCard event={event} now={now} />
        </li>
      ))}
    </ul>
  );
}

/** The same rows, before anything is known. */
export function EventGridSkeleton() {
  return (
    <div className={GRID}>
      {SKELETON_CARDS.map((card) => (
        <div key={card} className="grid content-start gap-3">
          <Skeleton className="aspect-3/4 w-full rounded-md" />
          <Skeleton className="h-5 w-16" />
          <Skeleton className="h-5 w-4/5" />
          <Skeleton className="h-9 w-full" />
        </div>
      ))}
    </div>
  );
}
