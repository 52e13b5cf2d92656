"use client";

import { useTranslations } from "next-intl";
import { type Dispatch, useCallback, useRef } from "react";
import { useLookAgain } from "@/components/checkout/use-look-again";
import type { CreateBookingInput } from "@/lib/bookings/schema";
import { usePathname, useRouter } from "@/lib/i18n/routing";
import type { Result } from "@/lib/kernel/result";
import type { Hold } from "@/lib/seats/find-hold";
import type { HoldSeatsInput, ReleaseSeatsInput } from "@/lib/seats/schema";
import { bookingBody, refusedSeats } from "./purchase-answers";
import type { Selection, SelectionEvent, Sending } from "./seat-selection";
import { useHoldSync } from "./use-hold-sync";
import type { SeatPickerInput } from "./use-seat-picker";
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
  const t = useTranslations("seatMap.failed");
  const router = useRouter();
  const pathname = usePathname();
  const { scheduleId } = input.seatMap;
  const isSending = useRef(false);
  const attempt = useRef({ body: "", bookingId: "" });
  const noteWrite = useHoldSync({ input, selection, dispatch, statuses, time });
  useLookAgain(
    useCallback(() => {
      dispatch({ type: "returned" });
      router.refresh();
    }, [dispatch, router]),
  );

  /** Sends, and tells the selection what came of it. `refresh` asks the server what is held, where that is in doubt. */
  async function send<T>(sending: Sending, action: () => Promise<Result<T>>, onDone: (data: T) => void) {
    if (isSending.current) return;
    isSending.current = true;
    dispatch({ type: "sent", sending });
    try {
      const result = await action();
      if (result.ok) {
        noteWrite();
        onDone(result.data);
      } else if (result.error.code === "unauthenticated") {
        dispatch({ type: "sent_to_sign_in" });
        router.push(`/sign-in?returnTo=${encodeURIComponent(pathname)}`);
      } else {
        const refused = sending.what === "hold" ? refusedSeats(result.error) : [];
        markHeld(refused);
        if (refused.length > 0) dispatch({ type: "refused", seats: refused });
        else dispatch({ type: "failed", message: result.error.message });
        if (sending.what !== "hold") router.refresh();
      }
    } catch {
      dispatch({ type: "failed", message: t("network") });
      router.refresh();
    } finally {
      isSending.current = false;
      askNow();
    }
  }

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
