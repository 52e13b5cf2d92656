"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { SelectionNotice } from "./seat-selection";
import type { SeatPicker } from "./use-seat-picker";

type TooFewNoteProps = { picker: SeatPicker; notice: Extract<SelectionNotice, { what: "too_few" }> };

/** Not as many as asked for: how many there are, and the next best thing at one press. */
export function TooFewNote({ picker, notice: { of, largest, asked } }: TooFewNoteProps) {
  const t = useTranslations("seatMap.note");
  const { changeFilter, changeParty, isFiltered, dispatch } = picker;
  const close = () => dispatch({ type: "notice_closed" });
  if (of === "places") {
    return (
      <Notice className="pr-12" tone="warning" title={largest === 0 ? t("areaFull") : t("areaShort", { largest })}>
        {largest > 0 && t("areaShortBody")}
      </Notice>
    );
  }
  if (largest === 0 || largest >= asked) {
    const clear = () => {
      changeFilter.nothing();
      close();
    };
    return (
      <Notice
        className="pr-12"
        tone="warning"
        title={t("noneLeft")}
        action={
          isFiltered && (
            <Button variant="secondary" size="sm" className="min-h-11!" onClick={clear}>
              {t("clearFilters")}
            </Button>
          )
        }
      >
        {t("noneLeftBody")}
      </Notice>
    );
  }
  const takeFewer = () => {
    changeParty(largest);
    close();
  };
  return (
    <Notice
      className="pr-12"
      tone="warning"
      title={t("tooFewTogether", { asked })}
      action={
        <Button variant="secondary" size="sm" className="min-h-11!" onClick={takeFewer}>
          {t("takeFewer", { largest })}
        </Button>
      }
    >
      {t("largestTogether", { largest })}
    </Notice>
  );
}
