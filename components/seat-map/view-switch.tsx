"use client";

import { List, Map as MapIcon } from "lucide-react";
import { useTranslations } from "next-intl";

export type PickerView = "map" | "list";

type ViewSwitchProps = { view: PickerView; onChange: (view: PickerView) => void };

/** From the picture to the list and back; both choose into one selection. */
export function ViewSwitch({ view, onChange }: ViewSwitchProps) {
  const t = useTranslations("seatMap.view");
  const [other, Icon] = view === "map" ? (["list", List] as const) : (["map", MapIcon] as const);
  return (
    <button
      type="button"
      onClick={() => onChange(other)}
      aria-label={t(other)}
      className="flex min-h-11 shrink-0 cursor-pointer items-center gap-2 rounded-md border border-line-strong bg-surface px-3 font-semibold text-sm hover:border-ink hover:bg-sunken"
    >
      <Icon aria-hidden="true" className="size-4" />
      <span className="max-sm:hidden">{t(other)}</span>
      <span className="sm:hidden">{t(`${other}Short`)}</span>
    </button>
  );
}
