"use client";

import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { tokenOfTestCard } from "@/lib/payments/test-cards";
import type { CardErrors } from "./card-fields";
import { type CardDraft, EMPTY_CARD, findCardFaults } from "./card-format";

/** A card while it is being typed. It lives in this page's memory only, and the code is forgotten after each try. */
export function useCard() {
  const t = useTranslations("checkout.card.errors");
  const [card, setCard] = useState(EMPTY_CARD);
  const [errors, setErrors] = useState<CardErrors>({});

  const change = useCallback((next: CardDraft) => {
    setCard(next);
    setErrors({});
  }, []);

  const forgetCode = useCallback(() => setCard((current) => ({ ...current, cvc: "" })), []);
  const forget = useCallback(() => change(EMPTY_CARD), [change]);

  /** The token that stands for the card, or `null` once each fault has been put under its field. */
  function exchange(): string | null {
    const faults = findCardFaults(card, new Date());
    const messages: CardErrors = {
      ...(faults.number && { number: t(`number.${faults.number}`) }),
      ...(faults.expiry && { expiry: t(`expiry.${faults.expiry}`) }),
      ...(faults.cvc && { cvc: t(`cvc.${faults.cvc}`) }),
    };
    const token = tokenOfTestCard(card.number);
    if (!token && !messages.number) messages.number = t("number.unknown");
    setErrors(messages);
    return Object.keys(messages).length === 0 ? token : null;
  }

  return { card, errors, change, exchange, forgetCode, forget };
}

export type CardForm = ReturnType<typeof useCard>;
