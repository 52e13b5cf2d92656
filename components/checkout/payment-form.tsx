"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef } from "react";
import { RadioCards } from "@/components/ui/radio-cards";
import { formatPoints } from "@/lib/kernel/money";
import { CardForm } from "./card-form";
import { ErrorSummary } from "./error-summary";
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
};

/** Points or card, and one button. Everything typed stays, whatever the answer; only the code is asked for again. */
export function PaymentForm({ bookingId, state, balance, method, onMethodChange, card, onPay }: PaymentFormProps) {
  const t = useTranslations("checkout.method");
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
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-6" aria-busy={isPaying}>
      {notice && <PaymentNotice notice={notice} totalKrw={totalKrw} />}
      <div ref={summary} tabIndex={-1} className="rounded-md empty:hidden">
        {method === "card" && <ErrorSummary errors={card.errors} />}
      </div>
      <RadioCards<PayMethod>
        legend={t("legend")}
        name="method"
        value={method}
        onValueChange={onMethodChange}
        options={[
          {
            value: "points",
            title: t("points"),
            body: t("pointsBody"),
            aside: formatPoints(balance),
            disabled: isPaying,
          },
          { value: "card", title: t("card"), body: t("cardBody"), disabled: isPaying },
        ]}
      />
      {method === "card" ? (
        <CardForm form={card} readOnly={isPaying} />
      ) : (
        <PointsPlan bookingId={bookingId} balance={balance} totalKrw={totalKrw} />
      )}
      <PayButton totalKrw={totalKrw} isPaying={isPaying} byCard={method === "card"} />
    </form>
  );
}
