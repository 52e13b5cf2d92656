"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { useCard } from "@/components/checkout/use-card";
import { useRouter } from "@/lib/i18n/routing";
import { type AmountFault, amountKrwOf, findAmountFault, formatAmount } from "./charge-amount";
import { type ChargeAction, useCharge } from "./use-charge";

export const AMOUNT_FIELD_ID = "charge-amount";

/** The amount and the card while they are typed, what is wrong with them, and the charge they become. */
export function useChargeForm(suggestedKrw: number, chargeAction: ChargeAction) {
  const router = useRouter();
  const card = useCard();
  const { state, start } = useCharge(chargeAction);
  const [amount, setAmount] = useState(formatAmount(String(suggestedKrw)));
  const [amountFault, setAmountFault] = useState<AmountFault | null>(null);
  const summary = useRef<HTMLDivElement>(null);
  const { notice } = state;
  const isBusy = state.step !== "ready";

  const { forget, forgetCode } = card;
  useEffect(() => {
    if (notice?.kind === "charged") {
      forget();
      setAmount("");
      router.refresh();
    } else if (notice) forgetCode();
  }, [notice, forget, forgetCode, router]);

  useEffect(() => {
    if (amountFault) document.getElementById(AMOUNT_FIELD_ID)?.focus();
    else if (Object.keys(card.errors).length > 0) summary.current?.focus();
  }, [card.errors, amountFault]);

  function changeAmount(value: string) {
    setAmount(value);
    setAmountFault(null);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    const amountKrw = amountKrwOf(amount);
    const fault = findAmountFault(amountKrw);
    setAmountFault(fault);
    const cardToken = card.exchange();
    if (cardToken && !fault) start({ amountKrw, cardToken });
  }

  return { card, state, isBusy, amount, amountFault, changeAmount, summary, submit };
}
