"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { Link } from "@/lib/i18n/routing";
import { CheckoutPanel } from "./checkout-panel";
import { useElapsedSeconds } from "./use-elapsed-seconds";
import { usePolling } from "./use-polling";

type ConfirmingPanelProps = { bookingId: string; lost: boolean; look: () => Promise<unknown> };

/** Nobody knows yet whether the payment went through. Asks by itself, and offers nothing that could pay again. */
export function ConfirmingPanel({ bookingId, lost, look }: ConfirmingPanelProps) {
  const t = useTranslations("checkout.confirming");
  const { isTired, again } = usePolling(true, look);
  const seconds = useElapsedSeconds(!isTired);
  return (
    <CheckoutPanel
      icon={isTired ? null : <Spinner className="size-8! text-ember" />}
      title={t("title")}
      actions={
        <>
          {isTired && <Button onClick={again}>{t("again")}</Button>}
          <Button asChild variant="secondary">
            <Link href={`/bookings/${bookingId}`}>{t("toBooking")}</Link>
          </Button>
        </>
      }
    >
      <p>{lost ? t("lost") : t("body")}</p>
      <p>{t("safe")}</p>
      <p className="min-h-6 font-medium text-ink tabular-nums">
        <span role="status">{isTired && t("tired")}</span>
        {!isTired && <span aria-hidden="true">{t("elapsed", { seconds })}</span>}
      </p>
    </CheckoutPanel>
  );
}
