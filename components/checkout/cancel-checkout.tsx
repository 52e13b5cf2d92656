"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { Standing } from "./booking-status";
import { type CancelAction, useCancelCheckout } from "./use-cancel-checkout";

type CancelCheckoutProps = {
  booking: { id: string; scheduleId: string; seatCount: number };
  isBusy: boolean;
  cancelAction: CancelAction;
  look: () => Promise<Standing | null>;
};

/** Gives the seats of an unpaid booking back, once the fan has said so twice. */
export function CancelCheckout({ booking, isBusy, cancelAction, look }: CancelCheckoutProps) {
  const t = useTranslations("checkout.cancel");
  const [isOpen, setIsOpen] = useState(false);
  const onSettled = () => setIsOpen(false);
  const { cancel, isCancelling, refusal } = useCancelCheckout({ booking, cancelAction, look, onSettled });
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={t("title", { count: booking.seatCount })}
      description={t("body")}
      trigger={
        <Button variant="ghost" className="justify-self-center text-ink-muted!" disabled={isBusy}>
          {t("open")}
        </Button>
      }
      footer={
        <>
          <DialogClose>
            <Button variant="secondary">{t("keep")}</Button>
          </DialogClose>
          <Button variant="danger" pending={isCancelling} onClick={cancel}>
            {t("confirm", { count: booking.seatCount })}
          </Button>
        </>
      }
    >
      {refusal && <Notice tone="danger">{refusal}</Notice>}
    </Dialog>
  );
}
