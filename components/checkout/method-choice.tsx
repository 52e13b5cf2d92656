"use client";

import { useTranslations } from "next-intl";
import { RadioCards } from "@/components/ui/radio-cards";
import { formatPoints } from "@/lib/kernel/money";
import type { PayMethod } from "./payment-machine";

type MethodChoiceProps = {
  method: PayMethod;
  onMethodChange: (method: PayMethod) => void;
  balance: number;
  isDisabled: boolean;
};

/** Points, with what there is of them, or a card. */
export function MethodChoice({ method, onMethodChange, balance, isDisabled }: MethodChoiceProps) {
  const t = useTranslations("checkout.method");
  return (
    <RadioCards<PayMethod>
      legend={t("legend")}
      name="method"
      value={method}
      onValueChange={onMethodChange}
      options={[
        {
          value: "points",
          title: t("points"),
          body: t("pointsBody"),
          aside: formatPoints(balance),
          disabled: isDisabled,
        },
        { value: "card", title: t("card"), body: t("cardBody"), disabled: isDisabled },
      ]}
    />
  );
}
