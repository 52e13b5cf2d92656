"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { ChoicePanel } from "@/components/seat-map/choice-panel";
import { PickedSeats } from "@/components/seat-map/picked-seats";
import { totalKrw } from "@/components/seat-map/purchase-answers";
import type { SeatPicker } from "@/components/seat-map/use-seat-picker";
import { useTicking } from "@/components/seat-map/use-server-time";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { Price } from "@/components/ui/price";
import type { Hold } from "@/lib/seats/find-hold";
import { HoldCountdown } from "./hold-countdown";
import { HoldReceipt, type ReceiptMethod } from "./hold-receipt";

type HoldPanelProps = { picker: SeatPicker; hold: Hold };

/** The seats are mine for now: which, until when, and on to booking. */
export function HoldPanel({ picker, hold }: HoldPanelProps) {
  const t = useTranslations("seatMap.hold");
  const { selection, purchase, words, time } = picker;
  const [receiptMethod, setReceiptMethod] = useState<ReceiptMethod>("mobile");
  // Whoever did not pick the seats wants to see first where they are.
  const [isFolded, setIsFolded] = useState(selection.notice?.what === "best_held");
  const heading = useRef<HTMLHeadingElement>(null);
  const seats = hold.seats.map((seat) => seat.seatIndex);
  const { sending } = selection;
  const hasMore = selection.chosen.length > 0;

  useEffect(() => {
    // The button that was pressed is gone; its keyboard goes on from here.
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);

  return (
    <div data-folded={isFolded} className="grid gap-3 lg:gap-4">
      <div className="flex min-h-9 items-center justify-between gap-3">
        <h2 ref={heading} tabIndex={-1} className="font-bold text-lg outline-none">
          {t("title", { count: seats.length })}
        </h2>
        <Button
          variant="secondary"
          size="sm"
          className="shrink-0 whitespace-nowrap lg:hidden"
          aria-expanded={!isFolded}
          onClick={() => setIsFolded(!isFolded)}
        >
          {t(isFolded ? "unfold" : "fold")}
        </Button>
      </div>
      <HoldCountdown expiresAt={hold.expiresAt} nowMs={useTicking(time)} onEnd={purchase.endHold} />
      <PickedSeats
        label={t("listLabel")}
        seats={seats}
        words={words}
        removeLabel={(name) => t("releaseOne", { name })}
        onRemove={purchase.release}
        isBusy={sending !== null}
      />
      {hasMore && (
        <div className="grid gap-2 rounded-md bg-sunken p-2">
          <ChoicePanel picker={picker} />
        </div>
      )}
      <div className={cn(isFolded && "hidden lg:block")}>
        <HoldReceipt value={receiptMethod} onChange={setReceiptMethod} />
      </div>
      <div className="sticky -bottom-3 -mb-3 grid grid-cols-[auto_1fr] items-center gap-x-5 gap-y-1 bg-surface py-2 lg:-bottom-5 lg:-mb-5 lg:grid-cols-1 lg:pb-5">
        <p className="px-1 lg:flex lg:items-baseline lg:justify-between">
          <span className="block text-ink-muted text-sm">{t("total", { count: seats.length })}</span>
          <Price amountKrw={totalKrw(hold.seats)} className="text-lg lg:text-xl" />
        </p>
        <Button
          size="lg"
          variant={hasMore ? "secondary" : "primary"}
          pending={sending?.what === "book"}
          onClick={() => purchase.book(receiptMethod)}
        >
          {t("book")}
        </Button>
        <Button
          variant="ghost"
          className={cn("col-span-full", isFolded && "max-lg:hidden")}
          pending={sending?.what === "release"}
          onClick={() => purchase.release(seats)}
        >
          {t("release")}
        </Button>
      </div>
    </div>
  );
}
