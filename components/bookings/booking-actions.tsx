import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import type { BookingDetail } from "@/lib/bookings/queries";
import { Link } from "@/lib/i18n/routing";
import { formatSeatName } from "@/lib/kernel/seat-name";
import { AddToCalendar } from "./add-to-calendar";
import { CancelBooking } from "./cancel-booking";

type BookingActionsProps = {
  booking: BookingDetail;
  now: Date;
  cancelAction: ComponentProps<typeof CancelBooking>["cancelAction"];
};

/** What can still be done with a booking: pay it, keep the date, choose again, cancel it. */
export function BookingActions({ booking, now, cancelAction }: BookingActionsProps) {
  const t = useTranslations("bookings");
  const locale = useLocale();
  const { status, payment } = booking;
  const isBeingPaid = payment?.status === "processing";
  const isUpcoming = booking.schedule.startsAt > now;
  const isCancellable = (status === "confirmed" && isUpcoming) || (status === "pending" && !isBeingPaid);
  const isOver = status === "cancelled" || status === "refunded" || status === "expired";
  return (
    <div className="grid gap-3">
      {(status === "pending" || isBeingPaid) && (
        <Button asChild>
          <Link href={`/checkout/${booking.id}`}>{isBeingPaid ? t("toConfirming") : t("toCheckout")}</Link>
        </Button>
      )}
      {status === "confirmed" && isUpcoming && <AddToCalendar booking={booking} now={now} />}
      {isOver && isUpcoming && !isBeingPaid && (
        <Button asChild variant="secondary">
          <Link href={`/schedules/${booking.schedule.id}`}>{t("chooseAgain")}</Link>
        </Button>
      )}
      {isCancellable && (
        <CancelBooking
          bookingId={booking.id}
          seatNames={booking.seats.map((seat) => formatSeatName(locale, seat))}
          totalKrw={booking.totalKrw}
          paidBy={status === "confirmed" ? (payment?.method ?? null) : null}
          cancelAction={cancelAction}
        />
      )}
    </div>
  );
}
