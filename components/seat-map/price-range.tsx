"use client";

import { useTranslations } from "next-intl";
import { Slider } from "radix-ui";
import { formatKrw } from "@/lib/kernel/money";
import type { SeatPicker } from "./use-seat-picker";

const THUMB =
  "grid size-11 cursor-grab touch-none place-items-center rounded-full active:cursor-grabbing after:size-6 after:rounded-full after:border-2 after:border-ink after:bg-surface after:shadow-float";

/** From one price to another, in steps of the prices that there are. Nothing to choose where all seats cost the same. */
export function PriceRange({ picker }: { picker: SeatPicker }) {
  const t = useTranslations("seatMap.find");
  const { hall, filter, changeFilter } = picker;
  const prices = [...new Set(hall.map.grades.map(({ priceKrw }) => priceKrw))].sort((a, b) => a - b);
  const last = prices.length - 1;
  if (last < 1) return null;
  const stop = (price: number | undefined, otherwise: number) => {
    const found = prices.indexOf(price ?? -1);
    return found < 0 ? otherwise : found;
  };
  const low = stop(filter.priceKrw?.min, 0);
  const high = stop(filter.priceKrw?.max, last);
  const say = (place: number) => formatKrw(prices[place] ?? 0);
  const thumbs = [
    { label: t("priceMin"), place: low },
    { label: t("priceMax"), place: high },
  ];

  return (
    <div className="grid gap-1">
      <div className="flex items-baseline justify-between gap-4 text-sm">
        <span className="font-medium">{t("price")}</span>
        <span className="tabular-nums">
          {filter.priceKrw ? t("priceSpan", { min: say(low), max: say(high) }) : t("anyPrice")}
        </span>
      </div>
      <Slider.Root
        className="relative mx-2 flex h-11 touch-none select-none items-center"
        min={0}
        max={last}
        step={1}
        value={[low, high]}
        onValueChange={([from = 0, to = last]) => changeFilter.prices({ min: prices[from] ?? 0, max: prices[to] ?? 0 })}
      >
        <Slider.Track className="relative h-1.5 flex-1 rounded-full bg-line">
          <Slider.Range className="absolute h-full rounded-full bg-ink" />
        </Slider.Track>
        {thumbs.map(({ label, place }) => (
          <Slider.Thumb key={label} aria-label={label} aria-valuetext={say(place)} className={THUMB} />
        ))}
      </Slider.Root>
    </div>
  );
}
