import { useTranslations } from "next-intl";
import { CATEGORIES } from "@/components/event/categories";
import { ChoiceChips } from "./choice-chips";
import { DaySpan } from "./day-span";
import { EventSearch } from "./event-search";
import { addressOf, type OnSaleQuery, WHENS } from "./on-sale-query";

/** Search, category and dates. Each choice keeps the others. */
export function OnSaleFilters({ query }: { query: OnSaleQuery }) {
  const t = useTranslations("home");
  const { from: _from, to: _to, when: _when, ...withoutDates } = query;
  const hasDays = Boolean(query.from ?? query.to);
  return (
    <search className="grid grid-cols-1 gap-4" aria-label={t("filters.label")}>
      <EventSearch query={query} />
      <ChoiceChips
        label={t("filters.category")}
        choices={[
          {
            href: addressOf({ ...query, category: undefined }),
            label: t("filters.anyCategory"),
            isChosen: !query.category,
          },
          ...CATEGORIES.map((category) => ({
            href: addressOf({ ...query, category }),
            label: t(`category.${category}`),
            isChosen: query.category === category,
          })),
        ]}
      />
      <div className="flex flex-wrap items-start gap-2">
        <ChoiceChips
          label={t("filters.when")}
          className="w-full sm:w-auto"
          choices={[
            { href: addressOf(withoutDates), label: t("when.any"), isChosen: !query.when && !hasDays },
            ...WHENS.map((when) => ({
              href: addressOf({ ...withoutDates, when }),
              label: t(`when.${when}`),
              isChosen: query.when === when,
            })),
          ]}
        />
        <DaySpan query={query} />
      </div>
    </search>
  );
}
