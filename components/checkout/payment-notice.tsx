"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Notice } from "@/components/ui/notice";
import { formatKrw, formatPoints } from "@/lib/kernel/money";
import type { PaymentNotice as Reason } from "./payment-machine";
import { useDeclineReason } from "./use-decline-reason";

type PaymentNoticeProps = { notice: Reason; totalKrw: number };

/** Why the last try did not pay: what happened, what is safe, what to do. Takes the focus when it appears. */
export function PaymentNotice({ notice, totalKrw }: PaymentNoticeProps) {
  const t = useTranslations("checkout.notice");
  const sayDecline = useDeclineReason();
  const box = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new notice takes the focus again, though it looks alike.
  useEffect(() => box.current?.focus(), [notice]);

  const say = (): { tone: "danger" | "warning"; title: string; body: string } => {
    switch (notice.kind) {
      case "declined":
        return { tone: "danger", title: sayDecline(notice.reason), body: t("declined") };
      case "price_changed":
        return {
          tone: "warning",
          title: t("priceChangedTitle", { total: formatKrw(totalKrw) }),
          body: t("priceChanged"),
        };
      case "insufficient_points":
        return {
          tone: "danger",
          title:
            notice.missing === null ? t("pointsTitle") : t("pointsMissing", { missing: formatPoints(notice.missing) }),
          body: t("points"),
        };
      case "not_arrived":
        return { tone: "warning", title: t("notArrivedTitle"), body: t("notArrived") };
      case "refused":
        return { tone: "danger", title: notice.message, body: t("refused", { requestId: notice.requestId }) };
    }
  };

  const { tone, title, body } = say();
  return (
    <div ref={box} tabIndex={-1} className="rounded-md outline-none">
      <Notice tone={tone} title={title}>
        {body}
      </Notice>
    </div>
  );
}
