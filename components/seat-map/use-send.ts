"use client";

import { useTranslations } from "next-intl";
import { type Dispatch, useRef } from "react";
import { usePathname, useRouter } from "@/lib/i18n/routing";
import type { Result } from "@/lib/kernel/result";
import { noticeOf, refusedSeats } from "./purchase-answers";
import type { SelectionEvent, Sending } from "./seat-selection";

type SendOptions = {
  dispatch: Dispatch<SelectionEvent>;
  /** Called when the server has changed something for this fan. */
  noteWrite: () => void;
  markHeld: (seats: readonly number[]) => void;
  askNow: () => void;
};

/** Requests that only ever ask for more: after a refusal the page knows all there is to know. */
const isAsking = ({ what }: Sending) => what === "hold" || what === "hold_best" || what === "hold_general";

/** Sends one request at a time, however often it is pressed, and tells the selection what came of it. */
export function useSend({ dispatch, noteWrite, markHeld, askNow }: SendOptions) {
  const t = useTranslations("seatMap.failed");
  const router = useRouter();
  const pathname = usePathname();
  const isSending = useRef(false);

  return async function send<T>(sending: Sending, action: () => Promise<Result<T>>, onDone: (data: T) => void) {
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
        else dispatch({ type: "told", notice: noticeOf(sending, result.error) });
        // The page shows the waiting room then, which opened while the hall was looked at.
        if (!isAsking(sending) || result.error.code === "queue_pass_required") router.refresh();
      }
    } catch {
      dispatch({ type: "told", notice: { what: "failed", message: t("network") } });
      router.refresh();
    } finally {
      isSending.current = false;
      askNow();
    }
  };
}
