"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Link } from "@/lib/i18n/routing";
import { formatDateTime } from "@/lib/kernel/time-format";
import { timeLeft } from "./sale-phase";
import type { SeatPicker } from "./use-seat-picker";
import { useTicking } from "./use-server-time";

type SaleNoteProps = { picker: SeatPicker; eventSlug: string; timeZone: string };

/** Why nothing can be chosen now, and what to do instead. */
export function SaleNote({ picker, eventSlug, timeZone }: SaleNoteProps) {
  const t = useTranslations("seatMap.sale");
  const locale = useLocale();
  const { phase, sale } = picker;
  const isOpening = phase === "opening_soon";
  const key = isOpening ? "openingSoon" : phase === "on_sale" ? "soldOut" : phase;
  return (
    <div className="grid gap-2 px-1 py-1 text-center lg:py-8">
      <p className="font-bold text-lg">{t(`${key}.title`)}</p>
      {isOpening && <OpeningClock picker={picker} />}
      <p className="text-pretty text-ink-muted text-sm">
        {t(`${key}.body`, { at: formatDateTime(locale, sale.salesOpenAt, timeZone) })}
      </p>
      {!isOpening && (
        <Button asChild variant="secondary" className="mt-2 justify-self-center">
          <Link href={`/events/${eventSlug}`}>{t("otherSchedules")}</Link>
        </Button>
      )}
    </div>
  );
}

function OpeningClock({ picker: { sale, time } }: { picker: SeatPicker }) {
  const t = useTranslations("seatMap.sale");
  const nowMs = useTicking(time);
  const left = timeLeft(nowMs === null ? 0 : sale.salesOpenAt.getTime() - nowMs);
  const twoDigits = (value: number) => String(value).padStart(2, "0");
  return (
    <p role="timer" className="min-h-10 font-extrabold text-2xl tabular-nums">
      {nowMs !== null && (
        <>
          {left.days > 0 && <span>{t("days", { count: left.days })} </span>}
          {`${twoDigits(left.hours)}:${twoDigits(left.minutes)}:${twoDigits(left.seconds)}`}
        </>
      )}
    </p>
  );
}
