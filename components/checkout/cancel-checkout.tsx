"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { CancelBookingInput, CancelOutcome } from "@/lib/bookings/payment-schema";
import type { Result } from "@/lib/kernel/result";
import type { Standing } from "./booking-status";

export type CancelAction = (input: CancelBookingInput) => Promise<Result<CancelOutcome>>;

type CancelCheckoutProps = {
  bookingId: string;
  seatCount: number;
  isBusy: boolean;
  cancelAction: CancelAction;
  look: () => Promise<Standing | null>;
  onCancelled: () => void;
};

/** Gives the seats of an unpaid booking back. Looks first: one that another tab has paid is not ours to cancel here. */
export function CancelCheckout(props: CancelCheckoutProps) {
  const { bookingId, seatCount, isBusy, cancelAction, look, onCancelled } = props;
  const t = useTranslations("checkout.cancel");
  const [isOpen, setIsOpen] = useState(false);
  const [isCancelling, setIsCancelling] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  async function cancel() {
    setIsCancelling(true);
    setRefusal(null);
    try {
      const standing = await look();
      if (standing && standing.kind !== "payable" && standing.kind !== "declined") return setIsOpen(false);
      if (!standing) return setRefusal(t("offline"));
      const result = await cancelAction({ bookingId });
      if (!result.ok) return setRefusal(result.error.message);
      setIsOpen(false);
      onCancelled();
    } catch {
      setRefusal(t("offline"));
    } finally {
      setIsCancelling(false);
    }
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={t("title", { count: seatCount })}
      description={t("body")}
      trigger={
        <Button variant="ghost" className="justify-self-center text-ink-muted" disabled={isBusy}>
          {t("open")}
        </Button>
      }
      footer={
        <>
          <DialogClose>
            <Button variant="secondary">{t("keep")}</Button>
          </DialogClose>
          <Button variant="danger" pending={isCancelling} onClick={cancel}>
            {t("confirm", { count: seatCount })}
          </Button>
        </>
      }
    >
      {refusal && <Notice tone="danger">{refusal}</Notice>}
    </Dialog>
  );
}
