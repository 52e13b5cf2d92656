import { useTranslations } from "next-intl";
import type { ReceiptMethod } from "@/lib/db/schema/bookings";

/** What the fan does from here to the seat, in two or three steps. */
export function WhatNext({ receiptMethod }: { receiptMethod: ReceiptMethod }) {
  const t = useTranslations("bookings.next");
  const steps = [t(`${receiptMethod}.get`), t(`${receiptMethod}.door`), t("seat")];
  return (
    <section aria-labelledby="what-next" className="grid content-start gap-4">
      <h2 id="what-next" className="font-bold text-lg">
        {t("heading")}
      </h2>
      <ol className="grid gap-3">
        {steps.map((step, index) => (
          <li key={step} className="flex gap-3">
            <span
              aria-hidden="true"
              className="grid size-7 shrink-0 place-items-center rounded-full bg-sunken font-semibold text-sm tabular-nums"
            >
              {index + 1}
            </span>
            <span className="pt-0.5 text-pretty">{step}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
