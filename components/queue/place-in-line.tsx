"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import type { DoorWatch } from "./use-door";

const TICK_MS = 1_000;
/** A screen reader hears of the line this often at most. */
const SPOKEN_EVERY_MS = 30_000;

/** How many are ahead, set large, how long that takes, and how old the news is. */
export function PlaceInLine({ watch }: { watch: DoorWatch }) {
  const t = useTranslations("queue");
  const { answer, firstAhead } = watch;
  const ahead = answer?.state === "waiting" ? answer.ahead : null;
  if (answer?.state !== "waiting" || ahead === null) {
    return (
      <div aria-busy="true" className="grid justify-items-center gap-4">
        <h2 className="font-bold text-lg">{t("finding")}</h2>
        <Skeleton className="h-16 w-40" />
      </div>
    );
  }
  const done = firstAhead ? 1 - ahead / Math.max(firstAhead, ahead) : 0;
  const minutes = Math.ceil((answer.wait_seconds ?? 0) / 60);
  return (
    <div className="grid gap-6">
      <div className="grid gap-2">
        <h2 className="font-bold text-lg">{t("ahead")}</h2>
        <p className="font-extrabold text-6xl tabular-nums tracking-tight sm:text-7xl">
          {ahead.toLocaleString("ko-KR")}
        </p>
        <p className="text-ink-muted">{minutes <= 1 ? t("soon") : t("wait", { minutes })}</p>
      </div>
      <div
        role="progressbar"
        aria-label={t("progress")}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(done * 100)}
        className="h-2 overflow-hidden rounded-full bg-sunken"
      >
        <div
          className="h-full origin-left bg-ember transition-transform duration-700 ease-out"
          style={{ transform: `scaleX(${Math.max(0.02, done)})` }}
        />
      </div>
      <p className="text-ink-muted text-sm tabular-nums">
        {t("behind", { count: Math.max(0, (answer.waiting ?? 0) - ahead - 1) })} · <HeardAgo atMs={watch.heardAtMs} />
      </p>
      <Spoken ahead={ahead} minutes={minutes} />
    </div>
  );
}

function HeardAgo({ atMs }: { atMs: number }) {
  const t = useTranslations("queue");
  const [nowMs, setNowMs] = useState(atMs);
  useEffect(() => {
    setNowMs(atMs);
    const timer = setInterval(() => setNowMs(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [atMs]);
  return <span>{t("heard", { seconds: Math.max(0, Math.round((nowMs - atMs) / TICK_MS)) })}</span>;
}

/** The same for the ear: now and then, and when it is nearly time. */
function Spoken({ ahead, minutes }: { ahead: number; minutes: number }) {
  const t = useTranslations("queue");
  const [spoken, setSpoken] = useState({ ahead, minutes, atMs: 0 });
  useEffect(() => {
    setSpoken((before) => {
      const isDue = Date.now() - before.atMs >= SPOKEN_EVERY_MS || (ahead === 0 && before.ahead !== 0);
      return isDue ? { ahead, minutes, atMs: Date.now() } : before;
    });
  }, [ahead, minutes]);
  return (
    <p role="status" className="sr-only">
      {t("spoken", { ahead: spoken.ahead, minutes: Math.max(1, spoken.minutes) })}
    </p>
  );
}
