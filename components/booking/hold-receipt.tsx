"use client";

import { useTranslations } from "next-intl";
import { RadioCards } from "@/components/ui/radio-cards";
import type { CreateBookingInput } from "@/lib/bookings/schema";

export type ReceiptMethod = CreateBookingInput["receiptMethod"];
const METHODS = ["mobile", "on_site", "delivery"] as const satisfies readonly ReceiptMethod[];

type HoldReceiptProps = { value: ReceiptMethod; onChange: (method: ReceiptMethod) => void };

/** How the tickets reach the fan. */
export function HoldReceipt({ value, onChange }: HoldReceiptProps) {
  const t = useTranslations("seatMap.receipt");
  return (
    <RadioCards
      legend={t("legend")}
      name="receiptMethod"
      value={value}
      onValueChange={onChange}
      options={METHODS.map((method) => ({ value: method, title: t(`${method}.title`), body: t(`${method}.body`) }))}
    />
  );
}
