"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useDeclineReason } from "@/components/checkout/use-decline-reason";
import { Notice } from "@/components/ui/notice";
import { formatPoints } from "@/lib/kernel/money";
import type { ChargeNotice as Outcome } from "./charge-machine";

/** How the last charge ended. Takes the focus when it appears. */
export function ChargeNotice({ notice }: { notice: Outcome }) {
  const t = useTranslations("points.charge");
  const sayDecline = useDeclineReason();
  const box = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new outcome takes the focus again, though it looks alike.
  useEffect(() => box.current?.focus(), [notice]);

  return (
    <div ref={box} tabIndex={-1} className="rounded-md outline-none">
      {notice.kind === "charged" && (
        <Notice tone="success" title={t("charged", { points: formatPoints(notice.amountKrw) })} />
      )}
      {notice.kind === "declined" && (
        <Notice tone="danger" title={sayDecline(notice.reason)}>
          {t("declined")}
        </Notice>
      )}
      {notice.kind === "unknown" && (
        <Notice tone="warning" title={t("unknownTitle")}>
          {t("unknown")}
        </Notice>
      )}
      {notice.kind === "refused" && <Notice tone="danger" title={notice.message} />}
    </div>
  );
}
