"use client";

import { useTranslations } from "next-intl";
import { CardForm } from "@/components/checkout/card-form";
import { ErrorSummary } from "@/components/checkout/error-summary";
import { useElapsedSeconds } from "@/components/checkout/use-elapsed-seconds";
import { useHydrated } from "@/components/checkout/use-hydrated";
import { Button } from "@/components/ui/button";
import { formatKrw } from "@/lib/kernel/money";
import { AmountField } from "./amount-field";
import { amountKrwOf } from "./charge-amount";
import { ChargeNotice } from "./charge-notice";
import type { ChargeAction } from "./use-charge";
import { useChargeForm } from "./use-charge-form";

const SLOW_FROM_SECONDS = 2;

/** Buys points by card. What was typed stays, whatever the answer; only the code is asked for again. */
export function ChargeForm({ suggestedKrw, chargeAction }: { suggestedKrw: number; chargeAction: ChargeAction }) {
  const t = useTranslations("points.charge");
  const isHydrated = useHydrated();
  const form = useChargeForm(suggestedKrw, chargeAction);
  const { card, state, isBusy, amount, amountFault } = form;
  const amountKrw = amountKrwOf(amount);
  return (
    <form onSubmit={form.submit} noValidate className="grid gap-6" aria-busy={isBusy}>
      {state.notice && <ChargeNotice notice={state.notice} />}
      <div ref={form.summary} tabIndex={-1} className="rounded-md outline-none empty:hidden">
        <ErrorSummary errors={card.errors} />
      </div>
      <AmountField
        value={amount}
        onValueChange={form.changeAmount}
        error={amountFault ? t(`faults.${amountFault}`) : undefined}
        readOnly={isBusy}
      />
      <CardForm form={card} readOnly={isBusy} />
      <div className="grid gap-2">
        <Button type="submit" size="lg" className="w-full tabular-nums" pending={isBusy} disabled={!isHydrated}>
          {amountKrw > 0 ? t("submit", { amount: formatKrw(amountKrw) }) : t("submitEmpty")}
        </Button>
        <ChargeProgress isBusy={isBusy} isAsking={state.step === "asking"} />
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
