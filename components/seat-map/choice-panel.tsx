"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Price } from "@/components/ui/price";
import { PickedSeats } from "./picked-seats";
import type { SeatPicker } from "./use-seat-picker";

/** Before a hold: what is chosen, what it costs, and the one button. */
export function ChoicePanel({ picker }: { picker: SeatPicker }) {
  const t = useTranslations("seatMap.choice");
  const { selection, dispatch, statuses, words, purchase } = picker;
  const { chosen, limit, sending } = selection;
  const total = chosen.reduce((sum, seat) => sum + words.priceKrwOf(seat), 0);

  if (chosen.length === 0) {
    return (
      <div className="grid gap-1 px-1 py-6 text-center lg:py-10">
        <p className="font-semibold">{t("emptyTitle")}</p>
        <p className="text-ink-muted text-sm">{t("emptyBody", { limit })}</p>
      </div>
    );
  }
  return (
    <div className="grid gap-2 lg:gap-4">
      <PickedSeats
        label={t("listLabel")}
        seats={chosen}
        words={words}
        removeLabel={(name) => t("remove", { name })}
        onRemove={(seat) => dispatch({ type: "toggled", seat, statuses })}
        isBusy={sending !== null}
      />
      <div className="flex items-center justify-between gap-4 px-1 lg:grid lg:items-stretch lg:justify-stretch lg:gap-3">
        <p className="lg:flex lg:items-baseline lg:justify-between">
          <span className="block text-ink-muted text-sm">{t("total", { count: chosen.length })}</span>
          <Price amountKrw={total} className="text-lg lg:text-xl" />
        </p>
        <Button size="lg" pending={sending?.what === "hold"} onClick={purchase.hold} className="min-w-36">
          {t("hold", { count: chosen.length })}
        </Button>
      </div>
    </div>
  );
}
