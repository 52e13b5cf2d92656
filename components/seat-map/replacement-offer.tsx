"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useReplacement } from "./use-replacement";
import type { SeatPicker } from "./use-seat-picker";

type ReplacementOfferProps = { picker: SeatPicker; lost: readonly number[]; isRefusal: boolean };

/** Which seats somebody else has now, that the others are safe, and the nearest like them at one press. */
export function ReplacementOffer({ picker, lost, isRefusal }: ReplacementOfferProps) {
  const t = useTranslations("seatMap.note");
  const { selection, words, dispatch, statuses, announce, showSeats } = picker;
  const offer = useReplacement(picker, lost);
  const kept = selection.chosen.length > 0 ? t("othersKept") : "";

  function takeOffer(seats: readonly number[]) {
    dispatch({ type: "swapped", remove: [], add: seats, statuses });
    announce(words.names(seats));
    showSeats([...seats, ...selection.chosen]);
  }

  return (
    <Notice
      className="pr-12"
      tone={isRefusal ? "danger" : "warning"}
      title={t(isRefusal ? "refused" : "lost")}
      action={
        offer && (
          <Button variant="secondary" size="sm" className="min-h-11!" onClick={() => takeOffer(offer)}>
            {t("takeOffer", { names: words.names(offer) })}
          </Button>
        )
      }
    >
      {[`${words.names(lost)}.`, kept, t(offer ? "offer" : "chooseAgain")].filter(Boolean).join(" ")}
    </Notice>
  );
}
