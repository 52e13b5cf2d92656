import { ChevronLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import type { BookingDetail } from "@/lib/bookings/queries";
import { Link } from "@/lib/i18n/routing";
import { BookingActions } from "./booking-actions";
import { BookingEvent } from "./booking-event";
import type { CancelBooking } from "./cancel-booking";
import { PaymentFacts } from "./payment-facts";
import { StatusBadge } from "./status-badge";
import { Ticket } from "./ticket";

type OneBookingProps = {
  booking: BookingDetail;
  now: Date;
  cancelAction: ComponentProps<typeof CancelBooking>["cancelAction"];
};

/** Everything about one booking: the ticket while it is good, the money, and what can still be done. */
export function OneBooking({ booking, now, cancelAction }: OneBookingProps) {
  const t = useTranslations("bookings");
  return (
    <>
      <header className="grid justify-items-start gap-2 pt-4 pb-6 sm:pt-8">
        <Link
          href="/bookings"
          className="-ml-2 inline-flex min-h-11 items-center gap-1 rounded-md pr-3 pl-1 text-ink-muted text-sm hover:text-ink"
        >
          <ChevronLeft aria-hidden="true" className="size-4" />
          {t("title")}
        </Link>
        <StatusBadge status={booking.status} />
        <h1 className="font-extrabold text-2xl tabular-nums tracking-tight">
          <span className="sr-only">{t("number")} </span>
          {booking.number}
        </h1>
      </header>
      <div className="grid items-start gap-6 pb-24 lg:grid-cols-[minmax(0,1fr)_26rem] lg:gap-10">
        {booking.status === "confirmed" ? (
          <Ticket booking={booking} />
        ) : (
          <div className="rounded-lg border border-line bg-surface p-5 sm:p-6">
            <BookingEvent booking={booking} />
          </div>
        )}
        <div className="grid gap-6">
          <PaymentFacts booking={booking} />
          <BookingActions booking={booking} now={now} cancelAction={cancelAction} />
        </div>
      </div>
    </>
  );
}
