"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { formatClock } from "@/components/checkout/countdown";
import { useServerNow } from "@/components/checkout/use-server-now";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useRouter } from "@/lib/i18n/routing";
import { formatDateTime } from "@/lib/kernel/time-format";
import { leaveDoor } from "./ask-door";
import { PlaceInLine } from "./place-in-line";
import { type DoorWatch, useDoor } from "./use-door";

type WaitingRoomProps = {
  scheduleId: string;
  eventSlug: string;
  opensAtMs: number;
  timeZone: string;
  /** When the page was made, on the server's clock. */
  renderedAtMs: number;
};

/** "How long still?": a place in the line that is kept, said honestly, until it is the reader's turn. */
export function WaitingRoom({ scheduleId, eventSlug, opensAtMs, timeZone, renderedAtMs }: WaitingRoomProps) {
  const t = useTranslations("queue");
  const locale = useLocale();
  const router = useRouter();
  const nowMs = useServerNow(renderedAtMs);
  const heading = useRef<HTMLHeadingElement>(null);
  const watch = useDoor(scheduleId, () => opensAtMs - nowMs);
  const isIn = watch.answer?.state === "admitted" || watch.answer?.state === "not_needed";
  const secondsToOpening = Math.ceil((opensAtMs - nowMs) / 1_000);

  useEffect(() => {
    if (!isIn) return;
    heading.current?.focus();
    router.refresh();
  }, [isIn, router]);

  async function leave() {
    await leaveDoor(scheduleId);
    router.push(`/events/${eventSlug}`);
  }

  if (isIn) {
    return (
      <Room>
        <h2 ref={heading} tabIndex={-1} className="font-extrabold text-3xl tracking-tight outline-none">
          {t("turn.title")}
        </h2>
        <p className="text-ink-muted">{t("turn.body")}</p>
        <Button className="justify-self-center" size="lg" onClick={() => router.refresh()}>
          {t("turn.action")}
        </Button>
      </Room>
    );
  }
  return (
    <Room>
      {secondsToOpening > 0 ? (
        <div className="grid justify-items-center gap-3">
          <h2 className="font-bold text-lg">{t("early.title")}</h2>
          <p role="timer" className="font-extrabold text-5xl tabular-nums tracking-tight sm:text-6xl">
            {formatClock(secondsToOpening)}
          </p>
          <p className="max-w-[40ch] text-pretty text-ink-muted">
            {t("early.body", { at: formatDateTime(locale, new Date(opensAtMs), timeZone) })}
          </p>
        </div>
      ) : (
        <PlaceInLine watch={watch} />
      )}
      <DoorNote watch={watch} />
      <div className="grid gap-3">
        <p className="text-pretty text-ink-muted text-sm">{t("keep")}</p>
        <Button variant="secondary" className="justify-self-center" onClick={leave}>
          {t("leave")}
        </Button>
      </div>
    </Room>
  );
}

const Room = ({ children }: { children: React.ReactNode }) => (
  <section className="grid min-h-0 flex-1 content-center overflow-y-auto px-4 py-10">
    <div className="mx-auto grid w-full max-w-lg gap-8 text-center">{children}</div>
  </section>
);

/** What keeps the line from moving, if anything does. */
function DoorNote({ watch: { answer, isReachable } }: { watch: DoorWatch }) {
  const t = useTranslations("queue.note");
  const isWaiting = answer?.state === "waiting";
  if (!isReachable) return <Notice tone="warning">{t("offline")}</Notice>;
  if (isWaiting && !answer.is_live) return <Notice tone="warning">{t("notLive")}</Notice>;
  if (isWaiting && answer.is_paused) return <Notice tone="warning">{t("paused")}</Notice>;
  return null;
}
