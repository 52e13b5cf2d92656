import { useTranslations } from "next-intl";
import { BookingEvent } from "@/components/bookings/booking-event";
import { SeatList } from "@/components/bookings/seat-list";
import { Price } from "@/components/ui/price";
import type { BookingSummary } from "@/lib/bookings/queries";

/** "Is this right?": the event, the seats by name, the server's prices and the total. */
export function OrderSummary({ booking }: { booking: BookingSummary }) {
  const t = useTranslations("checkout.summary");
  const word = useTranslations("bookings");
  return (
    <section aria-label={t("heading")} className="grid gap-5 rounded-lg border border-line bg-surface p-5 sm:p-6">
      <BookingEvent booking={booking} />
      <div className="grid gap-3 border-line border-t pt-5">
        <h3 className="font-semibold text-ink-muted text-sm">{t("seats", { count: booking.seats.length })}</h3>
        <SeatList seats={booking.seats} />
      </div>
      <dl className="grid gap-2 border-line border-t pt-5 [&>div]:flex [&>div]:items-baseline [&>div]:justify-between [&>div]:gap-4">
        <div className="text-sm">
          <dt className="text-ink-muted">{word("receiptMethod")}</dt>
          <dd className="font-medium">{word(`receipt.${booking.receiptMethod}`)}</dd>
        </div>
        <div className="text-sm">
          <dt className="text-ink-muted">{word("number")}</dt>
          <dd className="font-medium tabular-nums">{booking.number}</dd>
        </div>
        <div className="pt-2">
          <dt className="font-semibold">{t("total")}</dt>
          <dd>
            <Price amountKrw={booking.totalKrw} className="text-xl" />
          </dd>
        </div>
      </dl>
    </section>
  );
}
