"use client";

import { Maximize, Minus, Plus } from "lucide-react";
import { useTranslations } from "next-intl";

type ZoomControlsProps = { onIn: () => void; onOut: () => void; onFit: () => void };

/** Closer, further, all of it: for whoever has no wheel and cannot pinch. */
export function ZoomControls({ onIn, onOut, onFit }: ZoomControlsProps) {
  const t = useTranslations("seatMap.zoom");
  const buttons = [
    { label: t("in"), Icon: Plus, onClick: onIn },
    { label: t("out"), Icon: Minus, onClick: onOut },
    { label: t("fit"), Icon: Maximize, onClick: onFit },
  ];
  return (
    <div className="absolute right-3 bottom-3 flex divide-x divide-line sm:grid sm:divide-x-0 sm:divide-y overflow-hidden rounded-md border border-line bg-surface">
      {buttons.map(({ label, Icon, onClick }) => (
        <button
          key={label}
          type="button"
          aria-label={label}
          onClick={onClick}
          className="grid size-11 cursor-pointer place-items-center hover:bg-sunken focus-visible:-outline-offset-3"
        >
          <Icon aria-hidden="true" className="size-5" />
        </button>
      ))}
    </div>
  );
}
