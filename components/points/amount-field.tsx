"use client";

import { useTranslations } from "next-intl";
import { CardInput } from "@/components/checkout/card-input";
import { formatKrw } from "@/lib/kernel/money";
import { POINT_CHARGE_MAX_KRW, POINT_CHARGE_MIN_KRW } from "@/lib/points/schema";
import { amountKrwOf, formatAmount, QUICK_AMOUNTS_KRW } from "./charge-amount";
import { AMOUNT_FIELD_ID } from "./use-charge-form";

type AmountFieldProps = {
  value: string;
  onValueChange: (value: string) => void;
  error: string | undefined;
  readOnly: boolean;
};

/** How much to charge: usual amounts to tap, and a field for any other. */
export function AmountField({ value, onValueChange, error, readOnly }: AmountFieldProps) {
  const t = useTranslations("points.charge");
  return (
    <div className="grid gap-3">
      <CardInput
        id={AMOUNT_FIELD_ID}
        name="amount"
        label={t("amount")}
        hint={t("amountHint", { min: formatKrw(POINT_CHARGE_MIN_KRW), max: formatKrw(POINT_CHARGE_MAX_KRW) })}
        autoComplete="off"
        placeholder="10,000"
        value={value}
        format={formatAmount}
        onValueChange={onValueChange}
        error={error}
        readOnly={readOnly}
      />
      <div className="flex flex-wrap gap-2">
        {QUICK_AMOUNTS_KRW.map((amountKrw) => (
          <button
            key={amountKrw}
            type="button"
            disabled={readOnly}
            aria-pressed={amountKrwOf(value) === amountKrw}
            onClick={() => onValueChange(formatAmount(String(amountKrw)))}
            className="min-h-11 cursor-pointer rounded-full border border-line-strong bg-surface px-4 font-medium text-sm tabular-nums transition-colors duration-150 hover:border-ink disabled:opacity-45 aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-paper"
          >
            {formatKrw(amountKrw)}
          </button>
        ))}
      </div>
    </div>
  );
}
