"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { ReplacementOffer } from "./replacement-offer";
import type { SelectionNotice } from "./seat-selection";
import { TooFewNote } from "./too-few-note";
import type { SeatPicker } from "./use-seat-picker";

/** A note about the seats with a way to put it aside. */
export function SelectionNote({ picker }: { picker: SeatPicker }) {
  const t = useTranslations("site");
  const { notice } = picker.selection;
  // What the choice's own note says already needs no second one.
  if (!notice || (notice.what === "orphan" && picker.warning.alone.length > 0)) return null;
  return (
    <div className="relative">
      <NoteBody picker={picker} notice={notice} />
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
  const { words } = picker;
  switch (notice.what) {
    case "limit":
      return <Notice className="pr-12" tone="warning" title={t("limit", { max: notice.max })} />;
    case "limit_with_bookings":
      return (
        <Notice className="pr-12" tone="warning" title={t("limit", { max: notice.max })}>
          {t("limitWithBookings")}
        </Notice>
      );
    case "lost":
    case "refused":
      return <ReplacementOffer picker={picker} lost={notice.seats} isRefusal={notice.what === "refused"} />;
    case "hold_ended":
      return (
        <Notice className="pr-12" tone="warning" title={t("holdEndedTitle")}>
          {t("holdEndedBody")}
        </Notice>
      );
    case "orphan":
      return (
        <Notice className="pr-12" tone="warning" title={t("orphan", { names: words.names(notice.seats) })}>
          {t("orphanBody")}
        </Notice>
      );
    case "best_held":
      return (
        <Notice className="pr-12" tone="success" title={t("bestHeld", { names: words.names(notice.seats) })}>
          {notice.isSplit && t("bestSplit")}
        </Notice>
      );
    case "too_few":
      return <TooFewNote picker={picker} notice={notice} />;
    case "failed":
      return (
        <Notice className="pr-12" tone="danger">
          {notice.message}
        </Notice>
      );
  }
}
