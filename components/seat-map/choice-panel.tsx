"use client";

import { useTranslations } from "next-intl";
import { useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Price } from "@/components/ui/price";
import { OrphanNote } from "./orphan-note";
import { PickedSeats } from "./picked-seats";
import type { SeatPicker } from "./use-seat-picker";

/** Before a hold: what is chosen, what it costs, and the one button. */
export function ChoicePanel({ picker }: { picker: SeatPicker }) {
  const t = useTranslations("seatMap.choice");
  const { selection, dispatch, statuses, words, purchase, warning } = picker;
  const { chosen, limit, sending } = selection;
  const total = chosen.reduce((sum, seat) => sum + words.priceKrwOf(seat), 0);
  const note = useRef<HTMLDivElement>(null);
  const noteId = useId();
  const isAwkward = warning.alone.length > 0;

  if (chosen.length === 0) return <NothingChosen picker={picker} limit={limit} />;
  return (
    <div className="grid gap-2 lg:gap-4">
      <PickedSeats
        label={t("listLabel")}
        seats={chosen}
        words={words}
        removeLabel={(name) => t("remove", { name })}
        onRemove={([seat]) => seat !== undefined && dispatch({ type: "toggled", seat, statuses })}
        isBusy={sending !== null}
      />
      {isAwkward && <OrphanNote ref={note} id={noteId} picker={picker} />}
      <div className="flex items-center justify-between gap-4 px-1 lg:grid lg:items-stretch lg:justify-stretch lg:gap-3">
        <p className="lg:flex lg:items-baseline lg:justify-between">
          <span className="block text-ink-muted text-sm">{t("total", { count: chosen.length })}</span>
          <Price amountKrw={total} className="text-lg lg:text-xl" />
        </p>
        <Button
          size="lg"
          variant={isAwkward ? "secondary" : "primary"}
          pending={sending?.what === "hold"}
          aria-describedby={isAwkward ? noteId : undefined}
          onClick={() => (isAwkward ? note.current?.focus() : purchase.hold())}
          className="min-w-36"
        >
          {t("hold", { count: chosen.length })}
        </Button>
      </div>
    </div>
  );
}

function NothingChosen({ picker, limit }: { picker: SeatPicker; limit: number }) {
  const t = useTranslations("seatMap");
  return (
    <div className="grid justify-items-center gap-3 px-1 py-1 text-center lg:gap-4 lg:py-10">
      <div className="grid gap-0.5">
        <p className="font-semibold">{t("choice.emptyTitle")}</p>
        <p className="text-ink-muted text-sm">{t("choice.emptyBody", { limit })}</p>
      </div>
      <Button variant="secondary" onClick={() => picker.openTool({ what: "find" })}>
        {t("find.open")}
      </Button>
    </div>
  );
}
