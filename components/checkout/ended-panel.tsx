"use client";

import { CircleCheck, Clock, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Link } from "@/lib/i18n/routing";
import { formatKrw } from "@/lib/kernel/money";
import { CheckoutPanel } from "./checkout-panel";

type EndedPanelProps = {
  step: "paid" | "expired" | "refunded" | "ended";
  booking: { id: string; scheduleId: string; totalKrw: number };
};

/** The end of a checkout: paid, too late, too late and refunded, or cancelled elsewhere. */
export function EndedPanel({ step, booking }: EndedPanelProps) {
  const t = useTranslations("checkout.end");
  const toBooking = <Link href={`/bookings/${booking.id}${step === "paid" ? "?paid=1" : ""}`}>{t("toBooking")}</Link>;
  const toMap = <Link href={`/schedules/${booking.scheduleId}`}>{t("toMap")}</Link>;
  const isOver = step === "paid" || step === "ended";
  return (
    <CheckoutPanel
      icon={ICONS[step]}
      title={t(`${step}.title`)}
      actions={
        <>
          <Button asChild>{isOver ? toBooking : toMap}</Button>
          {step === "refunded" && (
            <Button asChild variant="secondary">
              {toBooking}
            </Button>
          )}
        </>
      }
    >
      <p>{t(`${step}.body`, { total: formatKrw(booking.totalKrw) })}</p>
    </CheckoutPanel>
  );
}

const ICONS = {
  paid: <CircleCheck aria-hidden="true" className="size-8 text-success" />,
  expired: <Clock aria-hidden="true" className="size-8 text-ink-muted" />,
  refunded: <RotateCcw aria-hidden="true" className="size-8 text-warning" />,
  ended: <Clock aria-hidden="true" className="size-8 text-ink-muted" />,
} as const;
