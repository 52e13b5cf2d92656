"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Link } from "@/lib/i18n/routing";
import { formatPoints } from "@/lib/kernel/money";
import { amountCovering } from "./charge-amount";
import { ChargeForm } from "./charge-form";
import type { ChargeAction } from "./use-charge";

type BalanceCardProps = {
  balance: number;
  /** A booking that waits for points, and how many it lacks. */
  payFor: string | null;
  missing: number;
  chargeAction: ChargeAction;
};

/** "What do I have?", and a way to have more. */
export function BalanceCard({ balance, payFor, missing, chargeAction }: BalanceCardProps) {
  const t = useTranslations("points");
  const [isOpen, setIsOpen] = useState(payFor !== null);
  return (
    <section aria-labelledby="balance" className="grid gap-6 rounded-lg border border-line bg-surface p-5 sm:p-6">
      {payFor && (
        <Notice
          title={t("payFor.title")}
          action={
            <Button asChild variant="secondary">
              <Link href={`/checkout/${payFor}`}>{t("payFor.action")}</Link>
            </Button>
          }
        >
          {t("payFor.body")}
        </Notice>
      )}
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div className="grid gap-1">
          <h2 id="balance" className="font-medium text-ink-muted text-sm">
            {t("balance")}
          </h2>
          <p className="font-extrabold text-3xl tabular-nums tracking-tight">{formatPoints(balance)}</p>
          <p className="text-ink-muted text-sm">{t("worth")}</p>
        </div>
        <Button
          variant={isOpen ? "secondary" : "primary"}
          aria-expanded={isOpen}
          aria-controls="charge"
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? t("charge.close") : t("charge.open")}
        </Button>
      </div>
      <div id="charge" hidden={!isOpen} className="border-line border-t pt-6">
        <ChargeForm suggestedKrw={amountCovering(missing)} chargeAction={chargeAction} />
      </div>
    </section>
  );
}
