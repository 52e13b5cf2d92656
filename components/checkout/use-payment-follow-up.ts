"use client";

import { useCallback, useEffect } from "react";
import { useRouter } from "@/lib/i18n/routing";
import type { Standing } from "./booking-status";
import type { PaymentState } from "./payment-machine";
import type { CardForm } from "./use-card";
import { useLookAgain } from "./use-look-again";

type Payment = { state: PaymentState; look: () => Promise<Standing | null> };

/** What follows from where a payment stands: on to the ticket, fresh prices, and a card that is forgotten in time. */
export function usePaymentFollowUp({ state, look }: Payment, bookingId: string, card: CardForm) {
  const router = useRouter();
  const { step, notice } = state;
  const { forget, forgetCode } = card;

  // Seen again, the page may be old: another tab may have paid, points been charged, the clock drifted.
  const lookAgain = useCallback(async () => {
    const seen = await look();
    if (seen?.kind === "payable" || seen?.kind === "declined") router.refresh();
  }, [look, router]);
  useLookAgain(lookAgain);

  useEffect(() => {
    if (step !== "paid" && step !== "ended") return;
    // What this browser has read before knows nothing of the end, and "back" would show it as it was.
    router.refresh();
    // Replaced, so that "back" from the ticket leads to the map and never to a form that could pay again.
    if (step === "paid") router.replace(`/bookings/${bookingId}?paid=1`);
    else router.replace(`/bookings/${bookingId}`);
  }, [step, bookingId, router]);

  useEffect(() => {
    if (notice?.kind === "price_changed" || notice?.kind === "insufficient_points") router.refresh();
  }, [notice, router]);

  useEffect(() => {
    if (step === "paid") forget();
    else if (notice) forgetCode();
  }, [step, notice, forget, forgetCode]);
}
