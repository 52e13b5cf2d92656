"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { CardForm } from "@/components/checkout/card-form";
import { ErrorSummary } from "@/components/checkout/error-summary";
import { useCard } from "@/components/checkout/use-card";
import { useElapsedSeconds } from "@/components/checkout/use-elapsed-seconds";
import { useHydrated } from "@/components/checkout/use-hydrated";
import { Button } from "@/components/ui/button";
import { useRouter } from "@/lib/i18n/routing";
import { formatKrw } from "@/lib/kernel/money";
import { AmountField } from "./amount-field";
import { type AmountFault, amountKrwOf, findAmountFault, formatAmount } from "./charge-amount";
import { ChargeNotice } from "./charge-notice";
import { type ChargeAction, useCharge } from "./use-charge";

const SLOW_FROM_SECONDS = 2;

/** Buys points by card. What was typed stays, whatever the answer; only the code is asked for again. */
export function ChargeForm({ suggestedKrw, chargeAction }: { suggestedKrw: number; chargeAction: ChargeAction }) {
  const t = useTranslations("points.charge");
  const router = useRouter();
  const isHydrated = useHydrated();
  const card = useCard();
  const { state, start } = useCharge(chargeAction);
  const [amount, setAmount] = useState(formatAmount(String(suggestedKrw)));
  const [amountFault, setAmountFault] = useState<AmountFault | null>(null);
  const summary = useRef<HTMLDivElement>(null);
  const { step, notice } = state;
  const isBusy = step !== "ready";
  const amountKrw = amountKrwOf(amount);

  const { forget, forgetCode } = card;
  useEffect(() => {
    if (notice?.kind === "charged") {
      forget();
      setAmount("");
      router.refresh();
    } else if (notice) forgetCode();
  }, [notice, forget, forgetCode, router]);

  useEffect(() => {
    if (amountFault) document.getElementById("charge-amount")?.focus();
    else if (Object.keys(card.errors).length > 0) summary.current?.focus();
  }, [card.errors, amountFault]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    const fault = findAmountFault(amountKrw);
    setAmountFault(fault);
    const cardToken = card.exchange();
    if (cardToken && !fault) start({ amountKrw, cardToken });
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-6" aria-busy={isBusy}>
      {notice && <ChargeNotice notice={notice} />}
      <div ref={summary} tabIndex={-1} className="rounded-md empty:hidden">
        <ErrorSummary errors={card.errors} />
      </div>
      <AmountField
        value={amount}
        onValueChange={(value) => {
          setAmount(value);
          setAmountFault(null);
        }}
        error={amountFault ? t(`faults.${amountFault}`) : undefined}
        readOnly={isBusy}
      />
      <CardForm form={card} readOnly={isBusy} />
      <div className="grid gap-2">
        <Button type="submit" size="lg" className="w-full tabular-nums" pending={isBusy} disabled={!isHydrated}>
          {amountKrw > 0 ? t("submit", { amount: formatKrw(amountKrw) }) : t("submitEmpty")}
        </Button>
        <ChargeProgress isBusy={isBusy} isAsking={step === "asking"} />
      </div>
    </form>
  );
}

function ChargeProgress({ isBusy, isAsking }: { isBusy: boolean; isAsking: boolean }) {
  const t = useTranslations("points.charge");
  const seconds = useElapsedSeconds(isBusy);
  const isSlow = seconds >= SLOW_FROM_SECONDS;
  return (
    <div className="min-h-6 text-center text-ink-muted text-sm tabular-nums">
      {isBusy && <p aria-hidden="true">{isSlow ? t("waiting", { seconds }) : t("sending")}</p>}
      {isAsking && <p>{t("safe")}</p>}
      <p role="status" className="sr-only">
        {isBusy && (isSlow ? t("waitingSpoken") : t("sending"))}
      </p>
    </div>
  );
}
