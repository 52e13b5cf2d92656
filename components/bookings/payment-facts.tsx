import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { Price } from "@/components/ui/price";
import type { BookingDetail } from "@/lib/bookings/queries";
import { formatKrw } from "@/lib/kernel/money";
import { formatDateTime } from "@/lib/kernel/time-format";
import { SeatList } from "./seat-list";

/** The seats with their prices, the total, how it was paid, and where money that goes back is now. */
export function PaymentFacts({ booking }: { booking: BookingDetail }) {
  const t = useTranslations("bookings");
  const { payment } = booking;
  return (
    <section aria-labelledby="payment-facts" className="grid gap-5 rounded-lg border border-line bg-surface p-5 sm:p-6">
      <h2 id="payment-facts" className="font-bold text-lg">
        {t("payment.heading")}
      </h2>
      <SeatList seats={booking.seats} />
      <dl className="grid gap-2 border-line border-t pt-5 text-sm [&>div]:flex [&>div]:items-baseline [&>div]:justify-between [&>div]:gap-4">
        <div className="text-base">
          <dt className="font-semibold">{t("total")}</dt>
          <dd>
            <Price amountKrw={booking.totalKrw} className="text-lg" />
          </dd>
        </div>
        {payment && (
          <>
            <div>
              <dt className="text-ink-muted">{t("payment.method")}</dt>
              <dd className="font-medium">{t(`payment.by.${payment.method}`)}</dd>
            </div>
            <div>
              <dt className="text-ink-muted">{t("payment.state")}</dt>
              <dd className="font-medium">{t(`payment.status.${payment.status}`)}</dd>
            </div>
          </>
        )}
        <Moments booking={booking} />
      </dl>
      <RefundNotice booking={booking} />
    </section>
  );
}

/** When it was booked, confirmed and ended; what has not happened has no line. */
function Moments({ booking }: { booking: BookingDetail }) {
  const t = useTranslations("bookings.moments");
  const locale = useLocale();
  const moments = [
    { word: t("created"), at: booking.createdAt },
    { word: t("confirmed"), at: booking.confirmedAt },
    { word: booking.status === "expired" ? t("expired") : t("cancelled"), at: booking.endedAt },
    { word: t("refunded"), at: booking.payment?.refundedAt ?? null },
  ];
  return moments.map(
    ({ word, at }) =>
      at && (
        <div key={word}>
          <dt className="text-ink-muted">{word}</dt>
          <dd className="text-right tabular-nums">{formatDateTime(locale, at, booking.venue.timeZone)}</dd>
        </div>
      ),
  );
}

function RefundNotice({ booking: { payment, totalKrw } }: { booking: BookingDetail }) {
  const t = useTranslations("bookings.refund");
  const amount = formatKrw(totalKrw);
  if (payment?.status === "refund_due") return <Notice title={t("dueTitle", { amount })}>{t("due")}</Notice>;
  if (payment?.status === "refunded") {
    return (
      <Notice tone="success" title={t("doneTitle", { amount })}>
        {t(`done.${payment.method}`)}
      </Notice>
    );
  }
  return null;
}
