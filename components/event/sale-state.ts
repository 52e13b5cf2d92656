import type { EventCard } from "@/lib/catalog/queries";
import type { SaleState } from "@/lib/catalog/sale-states";

/** The list may have been cached before the sale opened; the clock knows better. */
export function saleStateNow(event: Pick<EventCard, "saleState" | "salesOpenAt">, now: Date): SaleState {
  return event.saleState === "opening_soon" && event.salesOpenAt <= now ? "on_sale" : event.saleState;
}

export type ScheduleState = SaleState | "cancelled";

type SellableSchedule = { startsAt: Date; salesOpenAt: Date; salesCloseAt: Date; status: "published" | "cancelled" };

/**
 * What a fan can do about one schedule at `now`, with `available` seats left. `null`: nobody can say
 * how many; then it is not called sold out.
 */
export function scheduleStateOf(schedule: SellableSchedule, available: number | null, now: Date): ScheduleState {
  if (schedule.status === "cancelled") return "cancelled";
  if (schedule.salesCloseAt <= now || schedule.startsAt <= now) return "past";
  if (schedule.salesOpenAt > now) return "opening_soon";
  return available === 0 ? "sold_out" : "on_sale";
}
