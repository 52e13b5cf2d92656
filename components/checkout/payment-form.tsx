"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef } from "react";
import { CardForm } from "./card-form";
import { ErrorSummary } from "./error-summary";
import { MethodChoice } from "./method-choice";
import { PayButton } from "./pay-button";
import type { PayMethod, PaymentState } from "./payment-machine";
import { PaymentNotice } from "./payment-notice";
import { PointsPlan } from "./points-plan";
import type { CardForm as Card } from "./use-card";

type PaymentFormProps = {
  bookingId: string;
  state: PaymentState;
  balance: number;
  method: PayMethod;
  onMethodChange: (method: PayMethod) => void;
  card: Card;
  onPay: (method: PayMethod, cardToken: string | null) => void;
  /** The form was not sent: what is wrong with it takes the place of the last answer. */
  onFault: () => void;
};

/** Points or card, and one button. Everything typed stays, whatever the answer; only the code is asked for again. */
export function PaymentForm(props: PaymentFormProps) {
  const { bookingId, state, balance, method, onMethodChange, card, onPay, onFault } = props;
  const t = useTranslations("checkout");
  const summary = useRef<HTMLDivElement>(null);
  const { totalKrw, notice } = state;
  const isPaying = state.step === "paying";

  useEffect(() => {
    if (Object.keys(card.errors).length > 0) summary.current?.focus();
  }, [card.errors]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isPaying) return;
    if (method === "points") return onPay("points", null);
    const cardToken = card.exchange();
    if (cardToken) onPay("card", cardToken);
    else onFault();
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-6" aria-busy={isPaying}>
      <h2 className="sr-only">{t("payment")}</h2>
      {notice && <PaymentNotice notice={notice} totalKrw={totalKrw} />}
      <div ref={summary} tabIndex={-1} className="rounded-md outline-none empty:hidden">
        {method === "card" && <ErrorSummary errors={card.errors} />}
      </div>
      <MethodChoice method={method} onMethodChange={onMethodChange} balance={balance} isDisabled={isPaying} />
      {method === "card" ? (
        <CardForm form={card} readOnly={isPaying} />
      ) : (
        <PointsPlan bookingId={bookingId} balance={balance} totalKrw={totalKrw} />
      )}
      <PayButton totalKrw={totalKrw} isPaying={isPaying} byCard={method === "card"} />
    </form>
  );
}
