"use client";

import { CardFields } from "./card-fields";
import { TestCards } from "./test-cards";
import type { CardForm as Card } from "./use-card";

/** A card's fields and, under them, the cards to try it with. */
export function CardForm({ form, readOnly }: { form: Card; readOnly: boolean }) {
  return (
    <div className="grid gap-4">
      <CardFields card={form.card} errors={form.errors} onCardChange={form.change} readOnly={readOnly} />
      {!readOnly && <TestCards onPick={form.change} />}
    </div>
  );
}
