"use client";

import { useCallback, useReducer, useRef } from "react";
import type { PayBookingInput, PaymentOutcome } from "@/lib/bookings/payment-schema";
import type { Result } from "@/lib/kernel/result";
import { readBookingStatus, type Standing, standingOf } from "./booking-status";
import { advancePayment, type PayMethod, paymentIdFor, startPayment } from "./payment-machine";

export type PayAction = (input: PayBookingInput) => Promise<Result<PaymentOutcome>>;

type PaymentSetup = { bookingId: string; totalKrw: number; standing: Standing; payAction: PayAction };

const SECOND_LOOK_MS = 1_500;

/**
 * Pays one booking. However often `pay` is called, one try is under way at a time, and a try whose
 * answer was lost keeps its id until the server has said what became of it.
 */
export function usePayment({ bookingId, totalKrw, standing, payAction }: PaymentSetup) {
  const [state, dispatch] = useReducer(advancePayment, undefined, () => startPayment(totalKrw, standing));
  const isSending = useRef(false);

  async function pay(method: PayMethod, cardToken: string | null) {
    if (isSending.current || state.step !== "ready") return;
    isSending.current = true;
    const draft = { method, cardToken, totalKrw: state.totalKrw };
    const paymentId = paymentIdFor(state, draft, crypto.randomUUID());
    dispatch({ type: "submitted", attempt: { ...draft, paymentId } });
    try {
      const input = { bookingId, paymentId, expectedTotalKrw: draft.totalKrw, method };
      const result = await payAction(cardToken ? { ...input, cardToken } : input);
      dispatch({ type: "answered", result });
    } catch {
      dispatch({ type: "lost" });
    } finally {
      isSending.current = false;
    }
  }

  /** Asks the server where the booking stands; `null` when it cannot be asked. */
  const look = useCallback(async () => {
    const snapshot = await readBookingStatus(bookingId);
    const seen = snapshot && standingOf(snapshot);
    if (seen) dispatch({ type: "looked", standing: seen });
    return seen;
  }, [bookingId]);

  /** The clock of the page ran out. The server's decides, so it is asked, twice if it disagrees. */
  const runOut = useCallback(async () => {
    const isOver = (seen: Standing | null) => seen?.kind !== "payable" && seen?.kind !== "declined";
    if (isOver(await look())) return dispatch({ type: "timeUp" });
    await new Promise((resolve) => setTimeout(resolve, SECOND_LOOK_MS));
    await look();
    dispatch({ type: "timeUp" });
  }, [look]);

  const dismiss = useCallback(() => dispatch({ type: "dismissed" }), []);

  return { state, pay, look, runOut, dismiss };
}
