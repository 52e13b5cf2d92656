import { useTranslations } from "next-intl";
import type { BookingSummary } from "@/lib/bookings/queries";
import { BookingEvent } from "./booking-event";
import { QrCode } from "./qr-code";
import { SeatStubs } from "./seat-stubs";

/** A confirmed booking as a ticket: the event, the seats large, and below the perforation what the door wants to see. */
export function Ticket({ booking }: { booking: BookingSummary }) {
  const t = useTranslations("bookings");
  const isMobile = booking.receiptMethod === "mobile";
  return (
    <article className="overflow-hidden rounded-lg border border-line bg-surface">
      <div className="grid gap-5 p-5 sm:p-6">
        <BookingEvent booking={booking} />
        <SeatStubs seats={booking.seats} />
      </div>
      <Perforation />
      <div className="flex flex-wrap items-center gap-5 p-5 sm:p-6">
        {isMobile && (
          <QrCode
            text={booking.number}
            label={t("qrLabel", { number: booking.number })}
            className="size-32 sm:size-36"
          />
        )}
        <dl className="grid gap-3">
          <div>
            <dt className="text-ink-muted text-sm">{t("number")}</dt>
            <dd className="font-bold text-xl tabular-nums tracking-wide">{booking.number}</dd>
          </div>
          <div>
            <dt className="text-ink-muted text-sm">{t("receiptMethod")}</dt>
            <dd className="font-medium">{t(`receipt.${booking.receiptMethod}`)}</dd>
          </div>
        </dl>
      </div>
    </article>
  );
}

function Perforation() {
  return (
    <div aria-hidden="true" className="relative">
      <div className="mx-5 border-line-strong border-t-2 border-dashed" />
      <span className="absolute -top-2.5 -left-2.5 size-5 rounded-full border border-line bg-paper" />
      <span className="absolute -top-2.5 -right-2.5 size-5 rounded-full border border-line bg-paper" />
    </div>
  );
}
