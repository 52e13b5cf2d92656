import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { EventCard } from "@/lib/catalog/queries";
import { Link } from "@/lib/i18n/routing";
import { EventGrid } from "./event-grid";
import { isFiltered, type OnSaleQuery } from "./on-sale-query";

type OnSaleListProps = { events: readonly EventCard[]; query: OnSaleQuery; now: Date };

/** What the query found, and how much; or that there is nothing, and the way back. */
export function OnSaleList({ events, query, now }: OnSaleListProps) {
  const t = useTranslations("home");
  const isNarrowed = isFiltered(query);
  return (
    <section aria-labelledby="on-sale-heading" className="grid grid-cols-1 gap-6">
      <h2 id="on-sale-heading" aria-live="polite" className="font-bold text-lg tabular-nums">
        {isNarrowed ? t("list.found", { count: events.length }) : t("list.all", { count: events.length })}
      </h2>
      {events.length > 0 ? (
        <EventGrid events={events} now={now} />
      ) : (
        <EmptyState
          title={isNarrowed ? t("empty.filteredTitle") : t("empty.title")}
          body={isNarrowed ? t("empty.filteredBody") : t("empty.body")}
          action={
            isNarrowed && (
              <Button asChild variant="secondary">
                <Link href="/">{t("empty.showAll")}</Link>
              </Button>
            )
          }
        />
      )}
    </section>
  );
}
