"use client";

import { useEffect } from "react";
import { useRouter } from "@/lib/i18n/routing";
import type { PaymentState } from "./payment-machine";
import type { CardForm } from "./use-card";

/** What follows from where a payment stands: on to the ticket, fresh prices, and a card that is forgotten in time. */
export function usePaymentFollowUp({ step, notice }: PaymentState, bookingId: string, card: CardForm) {
  const router = useRouter();
  const { forget, forgetCode } = card;

  useEffect(() => {
    // Replaced, so that "back" from the ticket leads to the map and never to a form that could pay again.
    if (step === "paid") router.replace(`/bookings/${bookingId}?paid=1`);
    if (step === "ended") router.replace(`/bookings/${bookingId}`);
  }, [step, bookingId, router]);

  useEffect(() => {
    if (notice?.kind === "price_changed" || notice?.kind === "insufficient_points") router.refresh();
  }, [notice, router]);

  useEffect(() => {
    if (step === "paid") forget();
    else if (notice) forgetCode();
  }, [step, notice, forget, forgetCode]);
}
