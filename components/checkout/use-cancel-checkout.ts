"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { notify } from "@/components/ui/notify";
import type { CancelBookingInput, CancelOutcome } from "@/lib/bookings/payment-schema";
import { useRouter } from "@/lib/i18n/routing";
import type { Result } from "@/lib/kernel/result";
import type { Standing } from "./booking-status";

export type CancelAction = (input: CancelBookingInput) => Promise<Result<CancelOutcome>>;

type Cancelling = {
  booking: { id: string; scheduleId: string };
  cancelAction: CancelAction;
  look: () => Promise<Standing | null>;
  /** It is done with, or no longer ours to cancel. */
  onSettled: () => void;
};

/** Cancels an unpaid booking and goes back to the map. Looks first: one that another tab has paid stays. */
export function useCancelCheckout({ booking, cancelAction, look, onSettled }: Cancelling) {
  const t = useTranslations("checkout.cancel");
  const router = useRouter();
  const [isCancelling, setIsCancelling] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  async function cancel() {
    setIsCancelling(true);
    setRefusal(null);
    try {
      const standing = await look();
      if (!standing) return setRefusal(t("offline"));
      if (standing.kind !== "payable" && standing.kind !== "declined") return onSettled();
      const result = await cancelAction({ bookingId: booking.id });
      if (!result.ok) return setRefusal(result.error.message);
      onSettled();
      void notify(t("done"));
      router.replace(`/schedules/${booking.scheduleId}`);
    } catch {
      setRefusal(t("offline"));
    } finally {
      setIsCancelling(false);
    }
  }

  return { cancel, isCancelling, refusal };
}
