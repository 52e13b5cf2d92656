import { useLocale } from "next-intl";
import type { EventDetail } from "@/lib/catalog/queries";
import type { Locale } from "@/lib/kernel/locale";
import type { ScheduleState } from "./sale-state";
import type { ScheduleView } from "./schedule-months";
import { summaryOf, titleOf, venueNameOf } from "./words";

const MINUTE_MS = 60_000;

const AVAILABILITY: Record<ScheduleState, string> = {
  on_sale: "https://schema.org/InStock",
  opening_soon: "https://schema.org/PreOrder",
  sold_out: "https://schema.org/SoldOut",
  past: "https://schema.org/Discontinued",
  cancelled: "https://schema.org/Discontinued",
};

type EventJsonLdProps = { event: EventDetail; views: readonly ScheduleView[] };

/** What search engines read: one schema.org Event for each performance still to come. */
export function EventJsonLd({ event, views }: EventJsonLdProps) {
  const locale = useLocale();
  const ahead = views.filter(({ state }) => state !== "past");
  const json = JSON.stringify(ahead.map((view) => eventOf(locale, event, view)));
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON of ours, with every "<" escaped.
      dangerouslySetInnerHTML={{ __html: json.replaceAll("<", "\\u003c") }}
    />
  );
}

function eventOf(locale: Locale, event: EventDetail, { schedule, state }: ScheduleView) {
  const { startsAt, venue } = schedule;
  const prices = schedule.grades.map(({ priceKrw }) => priceKrw);
  return {
    "@context": "https://schema.org",
    "@type": "Event",
    name: titleOf(locale, event),
    description: summaryOf(locale, event),
    startDate: startsAt.toISOString(),
    endDate: new Date(startsAt.getTime() + event.runningMinutes * MINUTE_MS).toISOString(),
    eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode",
    eventStatus: state === "cancelled" ? "https://schema.org/EventCancelled" : "https://schema.org/EventScheduled",
    location: {
      "@type": "Place",
      name: venueNameOf(locale, venue),
      address: locale === "en" ? venue.addressEn : venue.addressKo,
    },
    offers: {
      "@type": "AggregateOffer",
      priceCurrency: "KRW",
      lowPrice: Math.min(...prices),
      highPrice: Math.max(...prices),
      availability: AVAILABILITY[state],
      validFrom: schedule.salesOpenAt.toISOString(),
    },
  };
}
