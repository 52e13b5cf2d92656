"use client";

import { useEffect, useReducer } from "react";
import { pollDelayMs } from "@/components/checkout/booking-status";
import type { Result } from "@/lib/kernel/result";
import type { ChargePointsInput, PointChargeOutcome } from "@/lib/points/schema";
import { advanceCharge, CHARGE_READY, type Charge, chargeIdFor } from "./charge-machine";

export type ChargeAction = (input: ChargePointsInput) => Promise<Result<PointChargeOutcome>>;

/** Buys points, once, however often `start` is called; while the outcome is unknown the same charge is asked about. */
export function useCharge(chargeAction: ChargeAction) {
  const [state, dispatch] = useReducer(advanceCharge, CHARGE_READY);
  const { step, charge, asked } = state;

  useEffect(() => {
    if (step === "ready" || !charge) return;
    let isLeft = false;
    const send = () =>
      chargeAction(charge).then(
        (result) => !isLeft && dispatch({ type: "answered", result }),
        () => !isLeft && dispatch({ type: "lost" }),
      );
    const timer = setTimeout(send, step === "sending" ? 0 : pollDelayMs(asked));
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [step, charge, asked, chargeAction]);

  function start(next: Omit<Charge, "chargeId">) {
    const chargeId = chargeIdFor(state, next, crypto.randomUUID());
    dispatch({ type: "submitted", charge: { ...next, chargeId } });
  }

  return { state, start };
}
