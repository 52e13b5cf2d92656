"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { GradeMark } from "@/components/ui/grade-mark";
import { Price } from "@/components/ui/price";
import { Stepper } from "@/components/ui/stepper";
import { formatKrw } from "@/lib/kernel/money";
import { formatSection } from "@/lib/kernel/seat-name";
import { countFreeOf } from "./seat-looks";
import { seatsTaken } from "./seat-selection";
import { ToolFoot, ToolFrame } from "./tool-frame";
import type { SeatPicker } from "./use-seat-picker";

const PARTY_AT_FIRST = 2;

/** Places of a standing area, by number of people: nobody picks a place there, the numbers of entry are given out in order. */
export function StandingPanel({ picker, section }: { picker: SeatPicker; section: number }) {
  const t = useTranslations("seatMap.standing");
  const locale = useLocale();
  const [wanted, setWanted] = useState(PARTY_AT_FIRST);
  const { hall, selection, statuses, words, purchase, closeTool } = picker;
  const area = hall.sections[section];
  const places = area?.rows.flatMap((row) => hall.rows[row]?.seats ?? []) ?? [];
  const [first] = places;
  if (!area || first === undefined) return null;

  const left = statuses === null ? 0 : countFreeOf(places, statuses);
  const held = selection.hold?.seats.filter(({ seatIndex }) => places.includes(seatIndex)).length ?? 0;
  const max = Math.min(left, selection.limit - seatsTaken(selection));
  const count = Math.max(1, Math.min(wanted, max));
  const price = words.priceKrwOf(first);

  return (
    <ToolFrame
      title={
        <span className="flex items-center gap-2">
          <GradeMark code={words.gradeOf(first)} />
          {formatSection(locale, area.name)}
        </span>
      }
      remark={`${formatKrw(price)} · ${t("left", { count: left })}`}
      onClose={closeTool}
    >
      {max > 0 && (
        <Stepper
          label={t("people")}
          value={count}
          min={1}
          max={max}
          words={t("count", { count })}
          fewerLabel={t("fewer")}
          moreLabel={t("more")}
          onChange={setWanted}
        />
      )}
      <p className="max-w-prose text-pretty text-ink-muted text-sm">
        {t("entry")} {held > 0 && t("held", { count: held })}
      </p>
      <ToolFoot>
        {max > 0 ? (
          <div className="flex items-center justify-between gap-4 lg:grid lg:items-stretch lg:justify-stretch lg:gap-3">
            <p className="lg:flex lg:items-baseline lg:justify-between">
              <span className="block text-ink-muted text-sm">{t("total", { count })}</span>
              <Price amountKrw={price * count} className="text-lg lg:text-xl" />
            </p>
            <Button
              size="lg"
              pending={selection.sending?.what === "hold_general"}
              onClick={() => purchase.holdPlaces(area.name, count)}
            >
              {t("hold", { count })}
            </Button>
          </div>
        ) : (
          <p className="rounded-md bg-sunken p-3 text-sm">
            {left === 0 ? t("left", { count: 0 }) : t("full", { limit: selection.limit })}
          </p>
        )}
      </ToolFoot>
    </ToolFrame>
  );
}
