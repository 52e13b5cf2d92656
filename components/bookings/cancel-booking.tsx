"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
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
  return (
    <ConfirmDialog
      title={t("title")}
      trigger={
        <Button variant="danger" className="w-full">
          {t("open")}
        </Button>
      }
      words={{ keep: t("keep"), confirm: t("confirm", { count: seatNames.length }), offline: t("offline") }}
      act={() => cancelAction({ bookingId })}
      onDone={() => {
        void notify(t("done"));
        router.refresh();
      }}
    >
      <ul className="grid list-disc gap-2 pl-5">
        <li>{t("seats", { seats: seatNames.join(", ") })}</li>
        <li>{paidBy ? t(`money.${paidBy}`, { amount: formatKrw(totalKrw) }) : t("money.none")}</li>
        <li>{t("final")}</li>
      </ul>
    </ConfirmDialog>
  );
}
