"use client";

import { useTranslations } from "next-intl";
import { type CardDraft, formatCardNumber, formatCvc, formatExpiry } from "./card-format";
import { CardInput } from "./card-input";

export type CardErrors = Partial<Record<keyof CardDraft, string>>;

/** The ids of the inputs, for a summary of errors to link to. */
export const CARD_FIELD_IDS = { number: "card-number", expiry: "card-expiry", cvc: "card-cvc" } as const;

type CardFieldsProps = {
  card: CardDraft;
  errors: CardErrors;
  onCardChange: (card: CardDraft) => void;
  readOnly?: boolean | undefined;
};

/** Number, expiry and code of a card. None of it leaves the browser: the number is exchanged for a token. */
export function CardFields({ card, errors, onCardChange, readOnly }: CardFieldsProps) {
  const t = useTranslations("checkout.card");
  return (
    <div className="grid gap-4">
      <CardInput
        id={CARD_FIELD_IDS.number}
        name="cardNumber"
        label={t("number")}
        autoComplete="cc-number"
        placeholder="0000 0000 0000 0000"
        value={card.number}
        format={formatCardNumber}
        onValueChange={(number) => onCardChange({ ...card, number })}
        error={errors.number}
        readOnly={readOnly}
      />
      <div className="grid grid-cols-2 items-start gap-4">
        <CardInput
          id={CARD_FIELD_IDS.expiry}
          name="cardExpiry"
          label={t("expiry")}
          autoComplete="cc-exp"
          placeholder="MM/YY"
          value={card.expiry}
          format={formatExpiry}
          onValueChange={(expiry) => onCardChange({ ...card, expiry })}
          error={errors.expiry}
          readOnly={readOnly}
        />
        <CardInput
          id={CARD_FIELD_IDS.cvc}
          name="cardCvc"
          label={t("cvc")}
          autoComplete="cc-csc"
          placeholder="000"
          value={card.cvc}
          format={formatCvc}
          onValueChange={(cvc) => onCardChange({ ...card, cvc })}
          error={errors.cvc}
          readOnly={readOnly}
        />
      </div>
    </div>
  );
}
