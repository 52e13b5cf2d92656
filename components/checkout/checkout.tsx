"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { toast } from "sonner";
import { useRouter } from "@/lib/i18n/routing";
import type { Standing } from "./booking-status";
import { type CancelAction, CancelCheckout } from "./cancel-checkout";
import { ConfirmingPanel } from "./confirming-panel";
import { CountdownBar } from "./countdown-bar";
import { EndedPanel } from "./ended-panel";
import { PaymentForm } from "./payment-form";
import type { PayMethod } from "./payment-machine";
import { useCard } from "./use-card";
import { useLookAgain } from "./use-look-again";
import { type PayAction, usePayment } from "./use-payment";

export type CheckoutProps = {
  booking: {
    id: string;
    scheduleId: string;
    totalKrw: number;
    seatCount: number;
    createdMs: number;
    expiresMs: number;
  };
  balance: number;
  standing: Standing;
  serverNowMs: number;
  payAction: PayAction;
  cancelAction: CancelAction;
  /** The order summary, which stands beside the form. */
  children: ReactNode;
};

/** One booking to pay: the clock, the order, and the form or what has become of it. */
export function Checkout({
  booking,
  balance,
  standing,
  serverNowMs,
  payAction,
  cancelAction,
  children,
}: CheckoutProps) {
  const t = useTranslations("checkout");
  const router = useRouter();
  const { id: bookingId, scheduleId } = booking;
  const [method, setMethod] = useState<PayMethod>(balance >= booking.totalKrw ? "points" : "card");
  const card = useCard();
  const { state, pay, look, runOut } = usePayment({ bookingId, totalKrw: booking.totalKrw, standing, payAction });
  const { step, notice, totalKrw } = state;
  useLookAgain(look);

  useEffect(() => {
    // Replaced, so that "back" from the ticket leads to the map and never to a form that could pay again.
    if (step === "paid") router.replace(`/bookings/${bookingId}?paid=1`);
    if (step === "ended") router.replace(`/bookings/${bookingId}`);
  }, [step, bookingId, router]);

  useEffect(() => {
    if (notice?.kind === "price_changed" || notice?.kind === "insufficient_points") router.refresh();
  }, [notice, router]);

  const { forget, forgetCode } = card;
  useEffect(() => {
    if (step === "paid") forget();
    else if (notice) forgetCode();
  }, [step, notice, forget, forgetCode]);

  const isPayable = step === "ready" || step === "paying";
  return (
    <div className="grid items-start gap-5 pb-24 lg:grid-cols-[minmax(0,1fr)_26rem] lg:grid-rows-[auto_1fr] lg:gap-x-10">
      {isPayable && (
        <CountdownBar
          startMs={booking.createdMs}
          endMs={booking.expiresMs}
          serverNowMs={serverNowMs}
          onOver={runOut}
          className="sticky top-[calc(var(--header-height,0px)+0.5rem)] z-10"
        />
      )}
      <div className="lg:sticky lg:top-[calc(var(--header-height,0px)+0.5rem)] lg:col-start-2 lg:row-span-2 lg:row-start-1">
        {children}
      </div>
      <div className="grid gap-4 lg:col-start-1">
        {step === "confirming" && <ConfirmingPanel bookingId={bookingId} lost={state.lost} look={look} />}
        {!isPayable && step !== "confirming" && (
          <EndedPanel step={step} bookingId={bookingId} scheduleId={scheduleId} totalKrw={totalKrw} />
        )}
        {isPayable && (
          <>
            <h2 className="sr-only">{t("payment")}</h2>
            <PaymentForm
              bookingId={bookingId}
              state={state}
              balance={balance}
              method={method}
              onMethodChange={setMethod}
              card={card}
              onPay={pay}
            />
            <CancelCheckout
              bookingId={bookingId}
              seatCount={booking.seatCount}
              isBusy={step === "paying"}
              cancelAction={cancelAction}
              look={look}
              onCancelled={() => {
                toast.success(t("cancel.done"));
                router.replace(`/schedules/${scheduleId}`);
              }}
            />
          </>
        )}
      </div>
    </div>
  );
}
