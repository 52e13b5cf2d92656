import { useTranslations } from "next-intl";
import { FilterLinks } from "@/components/bookings/filter-links";
import { DayRange } from "./day-range";
import { POINT_TYPES, type PointsQuery, pointsHref } from "./points-query";

/** Which entries: by type as links, by days as a form. Either keeps the other. */
export function HistoryFilter({ query }: { query: PointsQuery }) {
  const t = useTranslations("points");
  const { type: current, from, to } = query;
  return (
    <div className="grid gap-4">
      <FilterLinks
        label={t("filter.label")}
        options={[null, ...POINT_TYPES].map((type) => ({
          label: type ? t(`type.${type}`) : t("filter.all"),
          href: pointsHref({ type, from, to }),
          isCurrent: type === current,
        }))}
      />
      <DayRange query={query} />
    </div>
  );
}
