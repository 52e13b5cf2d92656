"use client";

import { ChevronDown } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { TEST_CARDS } from "@/lib/payments/test-cards";
import type { CardDraft } from "./card-format";

// Any future date and any code will do for the test gateway.
const TEST_EXPIRY = "12/34";
const TEST_CVC = "123";

/** The cards of the test gateway and what each of them does; a tap fills the form. */
export function TestCards({ onPick }: { onPick: (card: CardDraft) => void }) {
  const t = useTranslations("checkout.card");
  const locale = useLocale();
  return (
    <details className="group rounded-md border border-line border-dashed bg-sunken">
      <summary className="flex min-h-11 cursor-pointer list-none items-center justify-between gap-2 rounded-md px-4 font-medium text-sm [&::-webkit-details-marker]:hidden">
        {t("testCards")}
        <ChevronDown aria-hidden="true" className="size-4 shrink-0 transition-transform group-open:rotate-180" />
      </summary>
      <ul className="grid border-line border-t border-dashed p-1.5">
        {TEST_CARDS.map(({ token, number, label }) => (
          <li key={token}>
            <button
              type="button"
              onClick={() => onPick({ number, expiry: TEST_EXPIRY, cvc: TEST_CVC })}
              className="flex min-h-11 w-full cursor-pointer flex-wrap items-center justify-between gap-x-4 rounded-sm px-2.5 py-1.5 text-left text-sm hover:bg-surface"
            >
              <span className="font-medium">{label[locale]}</span>
              <span className="text-ink-muted tabular-nums">{number}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
