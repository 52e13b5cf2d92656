import { useTranslations } from "next-intl";
import { BOOKING_FILTERS, type BookingFilter, bookingsHref } from "./bookings-query";
import { FilterLinks } from "./filter-links";

const FILTERS = Object.keys(BOOKING_FILTERS) as BookingFilter[];

/** All bookings, or those of one state. Links, so that each filter has an address and "back" works. */
export function StatusFilter({ current }: { current: BookingFilter | null }) {
  const t = useTranslations("bookings.filter");
  return (
    <FilterLinks
      label={t("label")}
      options={[null, ...FILTERS].map((filter) => ({
        label: t(filter ?? "all"),
        href: bookingsHref(filter),
        isCurrent: filter === current,
      }))}
    />
  );
}
