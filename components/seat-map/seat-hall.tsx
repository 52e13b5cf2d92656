"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { noteFirstThingsDone } from "@/components/site/first-things";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { HallSource } from "./load-hall";
import { SeatPicker, type SeatPickerProps } from "./seat-picker";
import { HallSkeleton } from "./seat-picker-skeleton";
import { useHall } from "./use-hall";

/** The hall is drawn by then, and the browser has its breath back. */
const SETTLE_MS = 300;

type SeatHallProps = Omit<SeatPickerProps, "hall"> & { source: HallSource };

/** The picker, once the hall it shows is here; until then its shape, or why it does not come. */
export function SeatHall({ source, ...picker }: SeatHallProps) {
  const t = useTranslations("seatMap.hall");
  const hall = useHall(source);
  const isHere = hall.is !== "loading";
  useEffect(() => {
    if (!isHere) return;
    const timer = setTimeout(noteFirstThingsDone, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [isHere]);
  if (hall.is === "ready") return <SeatPicker {...picker} hall={hall.hall} />;
  if (hall.is === "loading") {
    return (
      <>
        <p role="status" className="sr-only">
          {t("loading")}
        </p>
        <HallSkeleton />
        <noscript>
          <p className="p-6 text-center">{t("noScript")}</p>
        </noscript>
      </>
    );
  }
  return (
    <div role="alert" data-fault={hall.fault}>
      <EmptyState
        title={t("title")}
        body={t(`fault.${hall.fault}`)}
        action={<Button onClick={hall.retry}>{t("retry")}</Button>}
      />
    </div>
  );
}
