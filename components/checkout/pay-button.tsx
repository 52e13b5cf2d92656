"use client";

import { LockKeyhole } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { formatKrw } from "@/lib/kernel/money";
import { useElapsedSeconds } from "./use-elapsed-seconds";
import { useHydrated } from "./use-hydrated";

/** After this long a fan wonders whether anything happens. */
const SLOW_FROM_SECONDS = 2;

type PayButtonProps = { totalKrw: number; isPaying: boolean; byCard: boolean };

/** The one button, and below it what is going on. Its place is kept, so that nothing jumps. */
export function PayButton({ totalKrw, isPaying, byCard }: PayButtonProps) {
  const t = useTranslations("checkout.pay");
  const isHydrated = useHydrated();
  const seconds = useElapsedSeconds(isPaying);
  const isSlow = byCard && seconds >= SLOW_FROM_SECONDS;
  return (
    <div className="grid gap-2">
      <Button type="submit" size="lg" className="w-full tabular-nums" pending={isPaying} disabled={!isHydrated}>
        {t("submit", { total: formatKrw(totalKrw) })}
      </Button>
      <p className="flex min-h-6 items-center justify-center gap-1.5 text-center text-ink-muted text-sm tabular-nums">
        {isPaying ? (
          <span aria-hidden="true">{isSlow ? t("waiting", { seconds }) : t("paying")}</span>
        ) : (
          <>
            <LockKeyhole aria-hidden="true" className="size-4 shrink-0" />
            {t("promise")}
          </>
        )}
      </p>
      {/* The counting seconds are for the eye; the ear hears each stage once. */}
      <p role="status" className="sr-only">
        {isPaying && (isSlow ? t("waitingSpoken") : t("paying"))}
      </p>
    </div>
  );
}
