"use client";

import { type Dispatch, useCallback, useRef } from "react";
import { useLookAgain } from "@/components/checkout/use-look-again";
import type { CreateBookingInput } from "@/lib/bookings/schema";
import { useRouter } from "@/lib/i18n/routing";
import type { Result } from "@/lib/kernel/result";
import type { Hold } from "@/lib/seats/find-hold";
import type { HoldSeatsInput, ReleaseSeatsInput } from "@/lib/seats/schema";
import { bookingBody } from "./purchase-answers";
import type { Selection, SelectionEvent } from "./seat-selection";
import { useHoldSync } from "./use-hold-sync";
import type { SeatPickerInput } from "./use-seat-picker";
import { useSend } from "./use-send";
import type { ServerTime } from "./use-server-time";

export type PurchaseActions = {
  holdSeatsAction: (input: HoldSeatsInput) => Promise<Result<Hold>>;
  releaseSeatsAction: (input: ReleaseSeatsInput) => Promise<Result<{ releasedSeatIndexes: number[] }>>;
  createBookingAction: (input: CreateBookingInput) => Promise<Result<{ id: string }>>;
};

type PurchaseOptions = {
  input: SeatPickerInput;
  selection: Selection;
  dispatch: Dispatch<SelectionEvent>;
  statuses: string | null;
  askNow: () => void;
  markHeld: (seats: readonly number[]) => void;
  time: ServerTime;
};

/** The three things a fan asks of the server here: hold, release, book. One at a time, and each told on screen at once. */
export function usePurchase({ input, selection, dispatch, statuses, askNow, markHeld, time }: PurchaseOptions) {
  const router = useRouter();
  const { scheduleId } = input.hall.map;
  const attempt = useRef({ body: "", bookingId: "" });
  const noteWrite = useHoldSync({ input, selection, dispatch, statuses, time });
  useLookAgain(
    useCallback(() => {
      dispatch({ type: "returned" });
      router.refresh();
    }, [dispatch, router]),
  );

  const send = useSend({ dispatch, noteWrite, markHeld, askNow });

  const hold = () => {
    const seats = selection.chosen;
    if (seats.length === 0) return;
    const body = { scheduleId, seatIndexes: [...seats] };
    void send(
      { what: "hold", seats },
      () => input.actions.holdSeatsAction(body),
      (granted) => dispatch({ type: "hold_granted", hold: granted }),
    );
  };

  const release = (seats: readonly number[]) => {
    const body = { scheduleId, seatIndexes: [...seats] };
    void send(
      { what: "release", seats },
      () => input.actions.releaseSeatsAction(body),
      () => dispatch({ type: "released", seats }),
    );
  };

  const book = (receiptMethod: CreateBookingInput["receiptMethod"]) => {
    if (!selection.hold) return;
    const body = { ...bookingBody(scheduleId, selection.hold), receiptMethod };
    // The same purchase keeps its id however often it is sent, so that it is booked once.
    const asText = JSON.stringify(body);
    if (attempt.current.body !== asText) attempt.current = { body: asText, bookingId: crypto.randomUUID() };
    const { bookingId } = attempt.current;
    void send(
      { what: "book" },
      () => input.actions.createBookingAction({ ...body, bookingId }),
      () => {
        dispatch({ type: "booked", bookingId });
        router.push(`/checkout/${bookingId}`);
      },
    );
  };

  const endHold = useCallback(() => {
    dispatch({ type: "hold_ended" });
    askNow();
  }, [dispatch, askNow]);

  return { hold, release, book, endHold };
}
