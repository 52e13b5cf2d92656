"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { CARD_FIELD_IDS, type CardErrors } from "./card-fields";

/** Everything that is wrong with the card, each line leading to its field. */
export function ErrorSummary({ errors }: { errors: CardErrors }) {
  const t = useTranslations("checkout.card");
  const wrong = (["number", "expiry", "cvc"] as const).filter((field) => errors[field]);
  if (wrong.length === 0) return null;
  return (
    <Notice tone="danger" title={t("errors.summary")}>
      <ul>
        {wrong.map((field) => (
          <li key={field}>
            <a
              href={`#${CARD_FIELD_IDS[field]}`}
              className="inline-flex min-h-9 items-center underline underline-offset-4 pointer-coarse:min-h-11"
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(CARD_FIELD_IDS[field])?.focus();
              }}
            >
              {errors[field]}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
