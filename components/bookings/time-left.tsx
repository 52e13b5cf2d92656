"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { countdownAt, formatClock } from "@/components/checkout/countdown";
import { useOnce } from "@/components/checkout/use-once";
import { useServerNow } from "@/components/checkout/use-server-now";
import { useRouter } from "@/lib/i18n/routing";

type TimeLeftProps = { startMs: number; endMs: number; serverNowMs: number };

/** How long a booking still waits for its payment; when it is over, the list is read anew. */
export function TimeLeft({ startMs, endMs, serverNowMs }: TimeLeftProps) {
  const t = useTranslations("bookings");
  const router = useRouter();
  const { seconds, mood } = countdownAt({ startMs, endMs, nowMs: useServerNow(serverNowMs) });
  useOnce(
    mood === "over",
    useCallback(() => router.refresh(), [router]),
  );
  return (
    <span role="timer" className="font-semibold text-sm tabular-nums">
      {t("timeLeft", { time: formatClock(seconds) })}
    </span>
  );
}
