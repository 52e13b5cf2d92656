"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { cn } from "@/components/ui/class-names";
import { type AnnouncedAtSeconds, announcementBetween, countdownAt, formatClock } from "./countdown";
import { useOnce } from "./use-once";
import { useServerNow } from "./use-server-now";

type CountdownBarProps = {
  /** Instants on the server's clock, in milliseconds. */
  startMs: number;
  endMs: number;
  serverNowMs: number;
  /** Called once, when the time is over. */
  onOver: () => void;
  className?: string | undefined;
};

/** The time left to pay: a number and a thin bar, calm until half a minute is left. */
export function CountdownBar({ startMs, endMs, serverNowMs, onOver, className }: CountdownBarProps) {
  const t = useTranslations("checkout.countdown");
  const { seconds, fraction, mood } = countdownAt({ startMs, endMs, nowMs: useServerNow(serverNowMs) });
  const spoken = useAnnouncement(seconds);
  useOnce(mood === "over", onOver);

  return (
    <div
      className={cn(
        "overflow-hidden rounded-md border text-ink transition-colors duration-150",
        mood === "calm" ? "border-line bg-surface" : "border-warning bg-warning-soft",
        className,
      )}
    >
      <div role="timer" className="flex items-baseline justify-between gap-4 px-4 pt-2.5 pb-2">
        <span className="font-medium text-sm">{t("label")}</span>
        <span className="font-bold text-xl tabular-nums leading-none">{formatClock(seconds)}</span>
      </div>
      <div aria-hidden="true" className="h-1 bg-line">
        <div
          className={cn(
            "h-full origin-left transition-transform duration-250 ease-linear",
            mood === "calm" ? "bg-ink" : "bg-warning",
          )}
          style={{ transform: `scaleX(${fraction})` }}
        />
      </div>
      <p role="status" className="sr-only">
        {spoken && t("spoken", { seconds: spoken })}
      </p>
    </div>
  );
}

/** What a screen reader is to be told, renewed only when a mark is passed. */
function useAnnouncement(seconds: number): AnnouncedAtSeconds | null {
  const previous = useRef(seconds);
  const [spoken, setSpoken] = useState<AnnouncedAtSeconds | null>(null);

  useEffect(() => {
    const mark = announcementBetween(previous.current, seconds);
    previous.current = seconds;
    if (mark) setSpoken(mark);
  }, [seconds]);

  return spoken;
}
