import { useLocale, useTranslations } from "next-intl";
import { Poster } from "@/components/poster/poster";
import { Button } from "@/components/ui/button";
import { Price } from "@/components/ui/price";
import type { BookingSummary } from "@/lib/bookings/queries";
import { Link } from "@/lib/i18n/routing";
import { formatSeatName } from "@/lib/kernel/seat-name";
import { formatDateTime } from "@/lib/kernel/time-format";
import { eventTitle, venueName } from "./localized";
import { StatusBadge } from "./status-badge";
import { TimeLeft } from "./time-left";

/** One booking in the list. All of the card leads to it; one that waits for its payment leads on to the checkout too. */
export function BookingCard({ booking, now }: { booking: BookingSummary; now: Date }) {
  const t = useTranslations("bookings");
  const locale = useLocale();
  const { event, schedule, venue, status } = booking;
  return (
    <article className="relative flex gap-4 rounded-lg border border-line bg-surface p-4 transition-colors duration-150 hover:border-line-strong sm:gap-5 sm:p-5">
      <Poster
        seed={event.posterSeed}
        category={event.category}
        className="w-16! shrink-0 self-start rounded-sm sm:w-20!"
      />
      <div className="grid min-w-0 flex-1 gap-1.5">
        <div className="flex items-center justify-between gap-3">
          <StatusBadge status={status} />
          <Price amountKrw={booking.totalKrw} className="text-sm" />
        </div>
        <h2 className="text-balance font-bold leading-snug sm:text-lg">
          <Link
            href={`/bookings/${booking.id}`}
            className="after:absolute after:inset-0 after:rounded-lg focus-visible:outline-none focus-visible:after:outline-3 focus-visible:after:outline-focus"
          >
            {eventTitle(locale, event)}
          </Link>
        </h2>
        <p className="text-ink-muted text-sm tabular-nums">
          {formatDateTime(locale, schedule.startsAt, venue.timeZone)}
          <span className="block sm:inline sm:before:content-['_·_']">{venueName(locale, venue)}</span>
        </p>
        <ul className="flex flex-wrap gap-x-3 font-medium text-sm">
          {booking.seats.map((seat) => (
            <li key={seat.ticketId}>{formatSeatName(locale, seat)}</li>
          ))}
        </ul>
        {status === "pending" && (
          <div className="mt-2 flex flex-wrap items-center justify-between gap-3 border-line border-t pt-3">
            <TimeLeft
              startMs={booking.createdAt.getTime()}
              endMs={booking.expiresAt.getTime()}
              serverNowMs={now.getTime()}
            />
            <Button asChild className="relative">
              <Link href={`/checkout/${booking.id}`}>{t("toCheckout")}</Link>
            </Button>
          </div>
        )}
      </div>
    </article>
  );
}
