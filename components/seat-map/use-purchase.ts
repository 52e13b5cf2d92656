"use client";

import { type Dispatch, useCallback, useRef } from "react";
import { useLookAgain } from "@/components/checkout/use-look-again";
import type { CreateBookingInput } from "@/lib/bookings/schema";
import { useRouter } from "@/lib/i18n/routing";
import type { Result } from "@/lib/kernel/result";
import type { BestHold } from "@/lib/sales/hold-best-available";
import type { Hold } from "@/lib/seats/find-hold";
import type { HoldBestInput, HoldGeneralInput, HoldSeatsInput, ReleaseSeatsInput } from "@/lib/seats/schema";
import { bookingBody } from "./purchase-answers";
import type { Selection, SelectionEvent } from "./seat-selection";
import { useHoldSync } from "./use-hold-sync";
import type { SeatPickerInput } from "./use-seat-picker";
import { useSend } from "./use-send";
import type { ServerTime } from "./use-server-time";

export type PurchaseActions = {
  holdSeatsAction: (input: HoldSeatsInput) => Promise<Result<Hold>>;
  holdBestAction: (input: HoldBestInput) => Promise<Result<BestHold>>;
  holdGeneralAction: (input: HoldGeneralInput) => Promise<Result<Hold>>;
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
  /** Called with the seats that the server chose, once they are held. */
  onBestHeld: (seats: readonly number[]) => void;
  onPlacesHeld: () => void;
};

/** What a fan asks of the server here: hold, release, book. One at a time, and each told on screen at once. */
export function usePurchase(options: PurchaseOptions) {
  const { input, selection, dispatch, statuses, askNow, markHeld, time } = options;
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

  const holdBest = (wish: Omit<HoldBestInput, "scheduleId">) => {
    void send(
      { what: "hold_best", asked: wish.count },
      () => input.actions.holdBestAction({ ...wish, scheduleId }),
      ({ seatIndexes, isSplit, ...granted }) => {
        const notice = { what: "best_held", seats: seatIndexes, isSplit } as const;
        dispatch({ type: "hold_granted", hold: granted, notice });
        options.onBestHeld(seatIndexes);
      },
    );
  };

  /** `count` more places of a standing area than are held there already. */
  const holdPlaces = (area: string, count: number) => {
    const heldHere = selection.hold?.seats.filter((seat) => seat.section === area && seat.rowLabel === "").length ?? 0;
    void send(
      { what: "hold_general", asked: count },
      () => input.actions.holdGeneralAction({ scheduleId, area, count: heldHere + count }),
      (granted) => {
        dispatch({ type: "hold_granted", hold: granted });
        options.onPlacesHeld();
      },
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

  return { hold, holdBest, holdPlaces, release, book, endHold };
}
