"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Stepper } from "@/components/ui/stepper";
import { Switch } from "@/components/ui/switch";
import { formatKrw } from "@/lib/kernel/money";
import { PriceRange } from "./price-range";
import { seatsTaken } from "./seat-selection";
import { ToolFoot, ToolFrame } from "./tool-frame";
import type { SeatPicker } from "./use-seat-picker";

/** What kind of seats, for how many: the map shows them as they are asked for, and one press holds the best of them. */
export function FindPanel({ picker }: { picker: SeatPicker }) {
  const t = useTranslations("seatMap.find");
  const { selection, filter, changeFilter, filtered, isFiltered, changeParty, purchase, closeTool, announce } = picker;
  const room = selection.limit - seatsTaken(selection);
  const party = Math.max(1, Math.min(picker.party, room));

  function holdBest() {
    announce(t("searching"));
    purchase.holdBest({
      count: party,
      isAccessible: filter.isAccessible,
      grade: filter.grade ?? undefined,
      priceKrwMin: filter.priceKrw?.min,
      priceKrwMax: filter.priceKrw?.max,
    });
  }

  return (
    <ToolFrame
      title={t("title")}
      remark={filtered.left !== null && t("left", { count: filtered.left, isFiltered: String(isFiltered) })}
      action={
        isFiltered && (
          <Button variant="ghost" size="sm" className="min-h-11!" onClick={changeFilter.nothing}>
            {t("clear")}
          </Button>
        )
      }
      onClose={closeTool}
    >
      <Stepper
        label={t("people")}
        value={party}
        min={1}
        max={Math.max(1, room)}
        words={t("count", { count: party })}
        fewerLabel={t("fewer")}
        moreLabel={t("more")}
        onChange={changeParty}
      />
      <GradeChoice picker={picker} />
      <PriceRange picker={picker} />
      <div className="grid">
        {party > 1 && (
          <Switch
            label={t("together", { count: party })}
            checked={filter.together > 1}
            onChange={(isOn) => changeFilter.together(isOn ? party : 1)}
          />
        )}
        <Switch label={t("accessible")} checked={filter.isAccessible} onChange={changeFilter.isAccessible} />
      </div>
      <ToolFoot>
        {room > 0 ? (
          <Button size="lg" pending={selection.sending?.what === "hold_best"} onClick={holdBest}>
            {t("hold", { count: party })}
          </Button>
        ) : (
          <p className="rounded-md bg-sunken p-3 text-pretty text-sm">{t("full", { limit: selection.limit })}</p>
        )}
      </ToolFoot>
    </ToolFrame>
  );
}

function GradeChoice({ picker }: { picker: SeatPicker }) {
  const t = useTranslations("seatMap");
  const id = useId();
  const { hall, filter, changeFilter } = picker;
  return (
    <div className="flex items-center justify-between gap-4">
      <label htmlFor={id} className="font-medium text-sm">
        {t("find.grade")}
      </label>
      <select
        id={id}
        value={filter.grade ?? ""}
        onChange={({ target }) =>
          changeFilter.grade(hall.map.grades.find(({ code }) => code === target.value)?.code ?? null)
        }
        className="min-h-11 min-w-0 cursor-pointer rounded-md border border-line-strong bg-surface px-3 text-sm hover:border-ink"
      >
        <option value="">{t("find.anyGrade")}</option>
        {hall.map.grades.map(({ code, priceKrw }) => (
          <option key={code} value={code}>
            {t("find.gradePriced", { grade: t("grade", { code }), price: formatKrw(priceKrw) })}
          </option>
        ))}
      </select>
    </div>
  );
}
