"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { announcementBetween, countdownAt, formatClock } from "@/components/checkout/countdown";
import { cn } from "@/components/ui/class-names";

/** How long a hold usually lives; only the bar's full length depends on it. */
const USUAL_HOLD_MS = 120_000;

type HoldCountdownProps = {
  expiresAt: Date;
  /** The server's time, in milliseconds; `null` until it is known. */
  nowMs: number | null;
  onEnd: () => void;
};

/** How long the seats are mine: a number and a thin bar, calm until half a minute is left. */
export function HoldCountdown({ expiresAt, nowMs, onEnd }: HoldCountdownProps) {
  const t = useTranslations("seatMap.hold");
  const endMs = expiresAt.getTime();
  const { seconds, fraction, mood } = countdownAt({ startMs: endMs - USUAL_HOLD_MS, endMs, nowMs: nowMs ?? endMs });
  const isKnown = nowMs !== null;
  const isOver = isKnown && mood === "over";
  const spoken = useMilestone(isKnown ? seconds : null);

  useEffect(() => {
    if (isOver) onEnd();
  }, [isOver, onEnd]);

  return (
    <div data-testid="hold-countdown">
      <div role="timer" aria-label={t("timeLeft")} className="flex items-baseline justify-between gap-4">
        <span className="font-medium text-ink-muted text-sm">{t("timeLeft")}</span>
        <span
          className={cn(
            "min-h-8 font-extrabold text-xl tabular-nums transition-colors duration-150",
            mood === "warm" && isKnown ? "text-ember-strong" : "text-ink",
          )}
        >
          {isKnown && formatClock(seconds)}
        </span>
      </div>
      <div aria-hidden="true" className="mt-1 h-1 overflow-hidden rounded-sm bg-sunken">
        <div
          className={cn(
            "h-full origin-left rounded-sm transition-[transform,background-color] duration-250 ease-linear",
            mood === "warm" ? "bg-ember" : "bg-ink",
          )}
          style={{ transform: `scaleX(${isKnown ? fraction : 1})` }}
        />
      </div>
      <p role="status" className="sr-only">
        {spoken !== null && t("spoken", { seconds: spoken })}
      </p>
    </div>
  );
}

/** The mark that was passed last, at 60 and at 30 seconds. */
function useMilestone(seconds: number | null) {
  const previous = useRef<number>(null);
  const [mark, setMark] = useState<number | null>(null);

  useEffect(() => {
    if (seconds === null) return;
    const passed = announcementBetween(previous.current ?? seconds, seconds);
    previous.current = seconds;
    if (passed) setMark(passed);
  }, [seconds]);

  return mark;
}
