"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { SelectionNotice } from "./seat-selection";
import { freeBeside } from "./seat-steps";
import type { SeatPicker } from "./use-seat-picker";

/** A note about the seats with a way to put it aside. */
export function SelectionNote({ picker }: { picker: SeatPicker }) {
  const t = useTranslations("site");
  if (!picker.selection.notice) return null;
  return (
    <div className="relative">
      <NoteBody picker={picker} notice={picker.selection.notice} />
      <button
        type="button"
        aria-label={t("close")}
        onClick={() => picker.dispatch({ type: "notice_closed" })}
        className="absolute top-1 right-1 grid size-11 cursor-pointer place-items-center rounded-md hover:bg-surface"
      >
        <X aria-hidden="true" className="size-4" />
      </button>
    </div>
  );
}

type NoteBodyProps = { picker: SeatPicker; notice: SelectionNotice };

/** What just happened to the fan's seats, what is safe, and what to do. Read aloud at once. */
function NoteBody({ picker, notice }: NoteBodyProps) {
  const t = useTranslations("seatMap.note");
  const { selection, hall, lookOf, words } = picker;

  const seatNames = (seats: readonly number[]) => seats.map(words.name).join(", ");
  const advice = (seats: readonly number[]) => {
    const kept = selection.chosen.length > 0 ? t("othersKept") : "";
    const beside =
      freeBeside(hall, seats, (seat) => lookOf(seat) === "free").length > 0 ? t("besideFree") : t("chooseAgain");
    return [kept, beside].filter(Boolean).join(" ");
  };
  switch (notice.what) {
    case "limit":
      return <Notice className="pr-12" tone="warning" title={t("limit", { max: notice.max })} />;
    case "lost":
      return (
        <Notice className="pr-12" tone="warning" title={t("lost")}>
          {seatNames(notice.seats)}. {advice(notice.seats)}
        </Notice>
      );
    case "refused":
      return (
        <Notice className="pr-12" tone="danger" title={t("refused")}>
          {seatNames(notice.seats)}. {advice(notice.seats)}
        </Notice>
      );
    case "hold_ended":
      return (
        <Notice className="pr-12" tone="warning" title={t("holdEndedTitle")}>
          {t("holdEndedBody")}
        </Notice>
      );
    case "failed":
      return (
        <Notice className="pr-12" tone="danger">
          {notice.message}
        </Notice>
      );
  }
}
