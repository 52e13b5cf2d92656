"use client";

import { type ReactNode, useState } from "react";
import type { Standing } from "./booking-status";
import { CancelCheckout } from "./cancel-checkout";
import { CheckoutLayout } from "./checkout-layout";
import { ConfirmingPanel } from "./confirming-panel";
import { CountdownBar } from "./countdown-bar";
import { EndedPanel } from "./ended-panel";
import { PaymentForm } from "./payment-form";
import type { PayMethod } from "./payment-machine";
import type { CancelAction } from "./use-cancel-checkout";
import { useCard } from "./use-card";
import { type PayAction, usePayment } from "./use-payment";
import { usePaymentFollowUp } from "./use-payment-follow-up";

export type BookingToPay = {
  id: string;
  scheduleId: string;
  totalKrw: number;
  seatCount: number;
  createdMs: number;
  expiresMs: number;
};

type CheckoutProps = {
  booking: BookingToPay;
  balance: number;
  standing: Standing;
  /** What the server's clock said when the page was made. */
  serverNowMs: number;
  payAction: PayAction;
  cancelAction: CancelAction;
  /** The order summary, which stands beside the form. */
  children: ReactNode;
};

/** One booking to pay: the clock, the order, and the form or what has become of it. */
export function Checkout(props: CheckoutProps) {
  const { booking, balance, standing, serverNowMs, payAction, cancelAction, children: summary } = props;
  const [method, setMethod] = useState<PayMethod>(balance >= booking.totalKrw ? "points" : "card");
  const card = useCard();
  const payment = usePayment({ bookingId: booking.id, totalKrw: booking.totalKrw, standing, payAction });
  const { state, look } = payment;
  const { step } = state;
  usePaymentFollowUp(payment, booking.id, card);

  if (step === "confirming") {
    const panel = <ConfirmingPanel bookingId={booking.id} lost={state.lost} look={look} />;
    return <CheckoutLayout first={panel} summary={summary} />;
  }
  if (step !== "ready" && step !== "paying") {
    return <CheckoutLayout first={<EndedPanel step={step} booking={booking} />} summary={summary} />;
  }
  const clock = (
    <CountdownBar
      startMs={booking.createdMs}
      endMs={booking.expiresMs}
      serverNowMs={serverNowMs}
      onOver={payment.runOut}
    />
  );
  return (
    <CheckoutLayout first={clock} isFirstSticky summary={summary}>
      <PaymentForm
        bookingId={booking.id}
        state={state}
        balance={balance}
        method={method}
        onMethodChange={setMethod}
        card={card}
        onPay={payment.pay}
        onFault={payment.dismiss}
      />
      <CancelCheckout booking={booking} isBusy={step === "paying"} cancelAction={cancelAction} look={look} />
    </CheckoutLayout>
  );
}
