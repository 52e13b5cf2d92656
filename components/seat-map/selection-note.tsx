"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { freeBeside } from "./seat-steps";
import type { SeatPicker } from "./use-seat-picker";

/** What just happened to the fan's seats, what is safe, and what to do. Read aloud at once. */
export function SelectionNote({ picker }: { picker: SeatPicker }) {
  const t = useTranslations("seatMap.note");
  const { selection, hall, lookOf, words } = picker;
  const { notice } = selection;
  if (!notice) return null;

  const seatNames = (seats: readonly number[]) => seats.map(words.name).join(", ");
  const advice = (seats: readonly number[]) => {
    const kept = selection.chosen.length > 0 ? t("othersKept") : "";
    const beside =
      freeBeside(hall, seats, (seat) => lookOf(seat) === "free").length > 0 ? t("besideFree") : t("chooseAgain");
    return [kept, beside].filter(Boolean).join(" ");
  };
  switch (notice.what) {
    case "limit":
      return <Notice tone="warning" title={t("limit", { max: notice.max })} />;
    case "lost":
      return (
        <Notice tone="warning" title={t("lost")}>
          {seatNames(notice.seats)}. {advice(notice.seats)}
        </Notice>
      );
    case "refused":
      return (
        <Notice tone="danger" title={t("refused")}>
          {seatNames(notice.seats)}. {advice(notice.seats)}
        </Notice>
      );
    case "hold_ended":
      return (
        <Notice tone="warning" title={t("holdEndedTitle")}>
          {t("holdEndedBody")}
        </Notice>
      );
    case "failed":
      return <Notice tone="danger">{notice.message}</Notice>;
  }
}
