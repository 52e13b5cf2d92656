"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { ChoicePanel } from "@/components/seat-map/choice-panel";
import { PickedSeats } from "@/components/seat-map/picked-seats";
import { totalKrw } from "@/components/seat-map/purchase-answers";
import type { SeatPicker } from "@/components/seat-map/use-seat-picker";
import { useTicking } from "@/components/seat-map/use-server-time";
import { Button } from "@/components/ui/button";
import { Price } from "@/components/ui/price";
import type { Hold } from "@/lib/seats/find-hold";
import { HoldCountdown } from "./hold-countdown";
import { HoldReceipt, type ReceiptMethod } from "./hold-receipt";

type HoldPanelProps = { picker: SeatPicker; hold: Hold };

/** The seats are mine for now: which, until when, and on to booking. */
export function HoldPanel({ picker, hold }: HoldPanelProps) {
  const t = useTranslations("seatMap.hold");
  const { selection, dispatch, purchase, words, time } = picker;
  const [receiptMethod, setReceiptMethod] = useState<ReceiptMethod>("mobile");
  const heading = useRef<HTMLHeadingElement>(null);
  const seats = hold.seats.map((seat) => seat.seatIndex);
  const { sending } = selection;
  const hasMore = selection.chosen.length > 0;

  useEffect(() => {
    // The button that was pressed is gone; its keyboard goes on from here.
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);

  return (
    <div className="grid gap-4">
      <h2 ref={heading} tabIndex={-1} className="font-bold text-lg outline-none">
        {t("title", { count: seats.length })}
      </h2>
      <HoldCountdown
        expiresAt={hold.expiresAt}
        nowMs={useTicking(time)}
        onEnd={useCallback(() => dispatch({ type: "hold_ended" }), [dispatch])}
      />
      <PickedSeats
        label={t("listLabel")}
        seats={seats}
        words={words}
        removeLabel={(name) => t("releaseOne", { name })}
        onRemove={(seat) => purchase.release([seat])}
        isBusy={sending !== null}
      />
      {hasMore && (
        <div className="grid gap-2 rounded-md bg-sunken p-2">
          <ChoicePanel picker={picker} />
        </div>
      )}
      <HoldReceipt value={receiptMethod} onChange={setReceiptMethod} />
      <div className="sticky bottom-0 grid gap-2 bg-surface pt-1">
        <p className="flex items-baseline justify-between gap-4 px-1">
          <span className="text-ink-muted text-sm">{t("total", { count: seats.length })}</span>
          <Price amountKrw={totalKrw(hold.seats)} className="text-xl" />
        </p>
        <Button
          size="lg"
          variant={hasMore ? "secondary" : "primary"}
          pending={sending?.what === "book"}
          onClick={() => purchase.book(receiptMethod)}
        >
          {t("book")}
        </Button>
        <Button variant="ghost" pending={sending?.what === "release"} onClick={() => purchase.release(seats)}>
          {t("release")}
        </Button>
      </div>
    </div>
  );
}
