"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { notify } from "@/components/ui/notify";
import type { CancelBookingInput, CancelOutcome } from "@/lib/bookings/payment-schema";
import { useRouter } from "@/lib/i18n/routing";
import { formatKrw } from "@/lib/kernel/money";
import type { Result } from "@/lib/kernel/result";

type CancelBookingProps = {
  bookingId: string;
  seatNames: readonly string[];
  totalKrw: number;
  /** How it was paid, and so where the money goes; null when it was not. */
  paidBy: "points" | "card" | null;
  cancelAction: (input: CancelBookingInput) => Promise<Result<CancelOutcome>>;
};

/** Cancels after saying exactly what will happen: which seats go, and how much money comes back where. */
export function CancelBooking({ bookingId, seatNames, totalKrw, paidBy, cancelAction }: CancelBookingProps) {
  const t = useTranslations("bookings.cancel");
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const [isCancelling, setIsCancelling] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  async function cancel() {
    setIsCancelling(true);
    setRefusal(null);
    try {
      const result = await cancelAction({ bookingId });
      if (!result.ok) return setRefusal(result.error.message);
      setIsOpen(false);
      void notify(t("done"));
      router.refresh();
    } catch {
      setRefusal(t("offline"));
    } finally {
      setIsCancelling(false);
    }
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => {
        setIsOpen(open);
        setRefusal(null);
      }}
      title={t("title")}
      trigger={
        <Button variant="danger" className="w-full">
          {t("open")}
        </Button>
      }
      footer={
        <>
          <DialogClose>
            <Button variant="secondary">{t("keep")}</Button>
          </DialogClose>
          <Button variant="danger" pending={isCancelling} onClick={cancel}>
            {t("confirm", { count: seatNames.length })}
          </Button>
        </>
      }
    >
      <ul className="grid list-disc gap-2 pl-5">
        <li>{t("seats", { seats: seatNames.join(", ") })}</li>
        <li>{paidBy ? t(`money.${paidBy}`, { amount: formatKrw(totalKrw) }) : t("money.none")}</li>
        <li>{t("final")}</li>
      </ul>
      {refusal && <Notice tone="danger">{refusal}</Notice>}
    </Dialog>
  );
}
