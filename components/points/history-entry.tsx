import { useLocale, useTranslations } from "next-intl";
import { cn } from "@/components/ui/class-names";
import { Link } from "@/lib/i18n/routing";
import { formatPoints } from "@/lib/kernel/money";
import { formatDateTime } from "@/lib/kernel/time-format";
import type { PointHistoryItem } from "@/lib/points/queries";

/** Points belong to no hall. */
const POINTS_TIME_ZONE = "Asia/Seoul";

/** One line of the ledger: why, when, how much, and what there was after it. */
export function HistoryEntry({ entry }: { entry: PointHistoryItem }) {
  const t = useTranslations("points");
  const locale = useLocale();
  const { type, amount, balanceAfter, bookingId, bookingNumber, createdAt } = entry;
  return (
    <div className="flex items-start justify-between gap-4 py-4">
      <div className="grid min-w-0 gap-1">
        <p className="font-semibold">{t(`type.${type}`)}</p>
        <p className="text-ink-muted text-xs tabular-nums sm:text-sm">
          <time dateTime={createdAt.toISOString()}>{formatDateTime(locale, createdAt, POINTS_TIME_ZONE)}</time>
        </p>
        {bookingId && (
          <Link
            href={`/bookings/${bookingId}`}
            className="inline-flex min-h-6 items-center justify-self-start text-sm tabular-nums underline underline-offset-4 pointer-coarse:min-h-11"
          >
            {t("booking", { number: bookingNumber ?? "" })}
          </Link>
        )}
      </div>
      <div className="grid shrink-0 justify-items-end gap-1 tabular-nums">
        <p className={cn("font-bold", amount > 0 && "text-success")}>
          {amount > 0 && "+"}
          {formatPoints(amount)}
        </p>
        <p className="text-ink-muted text-xs sm:text-sm">{t("after", { balance: formatPoints(balanceAfter) })}</p>
      </div>
    </div>
  );
}
