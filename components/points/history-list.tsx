import { useTranslations } from "next-intl";
import { PageLinks } from "@/components/bookings/page-links";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/lib/i18n/routing";
import type { PointHistoryPage } from "@/lib/points/queries";
import { HistoryEntry } from "./history-entry";
import { type PointsQuery, pointsHref } from "./points-query";

type HistoryListProps = { page: PointHistoryPage; query: PointsQuery };

export function HistoryList({ page: { items, nextCursor }, query }: HistoryListProps) {
  const t = useTranslations("points");
  const { type, from, to, cursor } = query;
  if (items.length === 0) return <NoEntries isFiltered={Boolean(type || from || to || cursor)} />;
  return (
    <>
      <ul className="divide-y divide-line border-line border-y">
        {items.map((entry) => (
          <li key={entry.id}>
            <HistoryEntry entry={entry} />
          </li>
        ))}
      </ul>
      <PageLinks
        first={cursor ? { href: pointsHref({ type, from, to }), label: t("newest") } : null}
        next={nextCursor ? { href: pointsHref({ type, from, to, cursor: nextCursor }), label: t("older") } : null}
      />
    </>
  );
}

function NoEntries({ isFiltered }: { isFiltered: boolean }) {
  const t = useTranslations("points.empty");
  if (!isFiltered) return <EmptyState title={t("title")} body={t("body")} />;
  return (
    <EmptyState
      title={t("filteredTitle")}
      action={
        <Button asChild variant="secondary">
          <Link href="/points">{t("filteredAction")}</Link>
        </Button>
      }
    />
  );
}
