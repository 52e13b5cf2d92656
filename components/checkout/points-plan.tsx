import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Link } from "@/lib/i18n/routing";
import { formatPoints } from "@/lib/kernel/money";

type PointsPlanProps = { bookingId: string; balance: number; totalKrw: number };

/** What paying with points leaves, or how many are missing and where to get them. */
export function PointsPlan({ bookingId, balance, totalKrw }: PointsPlanProps) {
  const t = useTranslations("checkout.points");
  const left = balance - totalKrw;
  return (
    <div className="grid gap-4 rounded-md border border-line p-4">
      <dl className="grid gap-2 text-sm tabular-nums [&>div]:flex [&>div]:justify-between [&>div]:gap-4">
        <div>
          <dt className="text-ink-muted">{t("balance")}</dt>
          <dd className="font-medium">{formatPoints(balance)}</dd>
        </div>
        <div>
          <dt className="text-ink-muted">{t("use")}</dt>
          <dd className="font-medium">{formatPoints(-totalKrw)}</dd>
        </div>
        <div className="border-line border-t pt-2 font-bold text-base">
          <dt>{left >= 0 ? t("left") : t("missing")}</dt>
          <dd className={left >= 0 ? undefined : "text-danger"}>{formatPoints(Math.abs(left))}</dd>
        </div>
      </dl>
      {left < 0 && (
        <Button asChild variant="secondary">
          <Link href={`/points?payFor=${bookingId}&missing=${-left}`}>{t("charge")}</Link>
        </Button>
      )}
    </div>
  );
}
