import { saleStateNow } from "@/components/event/sale-state";
import type { EventCard } from "@/lib/catalog/queries";

const OPENING_SOON_MS = 7 * 24 * 60 * 60 * 1000;

/** The event to put first: the next to open within a week, else the soonest on sale, else the next to open. */
export function chooseFeature(events: readonly EventCard[], now: Date): EventCard | undefined {
  const opening = events
    .filter((event) => saleStateNow(event, now) === "opening_soon")
    .sort((a, b) => a.salesOpenAt.getTime() - b.salesOpenAt.getTime())[0];
  const onSale = events.find((event) => saleStateNow(event, now) === "on_sale");
  const opensWithinDays = opening && opening.salesOpenAt.getTime() - now.getTime() <= OPENING_SOON_MS;
  return opensWithinDays ? opening : (onSale ?? opening);
}
