import { CalendarPlus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { BookingSummary } from "@/lib/bookings/queries";
import { formatSeatName } from "@/lib/kernel/seat-name";
import { calendarFile } from "./calendar-file";
import { eventTitle, venueName } from "./localized";

/** A file for any calendar, carried by the link itself. */
export function AddToCalendar({ booking, now }: { booking: BookingSummary; now: Date }) {
  const t = useTranslations("bookings");
  const locale = useLocale();
  const seats = booking.seats.map((seat) => formatSeatName(locale, seat)).join("\n");
  const file = calendarFile({
    id: booking.id,
    title: eventTitle(locale, booking.event),
    place: venueName(locale, booking.venue),
    note: `${t("number")} ${booking.number}\n${seats}`,
    startsAt: booking.schedule.startsAt,
    now,
  });
  return (
    <Button asChild variant="secondary">
      <a href={`data:text/calendar;charset=utf-8,${encodeURIComponent(file)}`} download={`${booking.number}.ics`}>
        <CalendarPlus aria-hidden="true" className="size-5" />
        {t("addToCalendar")}
      </a>
    </Button>
  );
}
