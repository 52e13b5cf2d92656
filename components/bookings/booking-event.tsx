import { useLocale, useTranslations } from "next-intl";
import { Poster } from "@/components/poster/poster";
import type { BookingSummary } from "@/lib/bookings/queries";
import { Link } from "@/lib/i18n/routing";
import { formatDateTime } from "@/lib/kernel/time-format";
import { eventTitle, venueName } from "./localized";

/** What is on, when and where, beside its poster. */
export function BookingEvent({ booking: { event, schedule, venue } }: { booking: BookingSummary }) {
  const t = useTranslations("bookings");
  const locale = useLocale();
  return (
    <div className="flex gap-4">
      <Poster
        seed={event.posterSeed}
        category={event.category}
        className="w-16! shrink-0 self-start rounded-sm sm:w-24!"
      />
      <div className="grid min-w-0 content-start gap-2">
        <h2 className="text-balance font-bold text-lg leading-snug">
          <Link href={`/events/${event.slug}`} className="rounded-sm underline-offset-4 hover:underline">
            {eventTitle(locale, event)}
          </Link>
        </h2>
        <dl className="grid gap-1 text-sm">
          <div>
            <dt className="sr-only">{t("when")}</dt>
            <dd className="text-balance font-medium tabular-nums">
              <time dateTime={schedule.startsAt.toISOString()}>
                {formatDateTime(locale, schedule.startsAt, venue.timeZone)}
              </time>
            </dd>
          </div>
          <div>
            <dt className="sr-only">{t("where")}</dt>
            <dd className="text-ink-muted">{venueName(locale, venue)}</dd>
          </div>
        </dl>
      </div>
    </div>
  );
}
