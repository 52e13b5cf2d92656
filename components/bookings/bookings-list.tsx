import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { BookingPage } from "@/lib/bookings/queries";
import { Link } from "@/lib/i18n/routing";
import { BookingCard } from "./booking-card";
import { type BookingsQuery, bookingsHref } from "./bookings-query";
import { PageLinks } from "./page-links";

type BookingsListProps = { page: BookingPage; query: BookingsQuery; now: Date };

export function BookingsList({ page: { items, nextCursor }, query: { filter, cursor }, now }: BookingsListProps) {
  const t = useTranslations("bookings");
  if (items.length === 0) return <NoBookings isFiltered={filter !== null || cursor !== null} />;
  return (
    <>
      <ul className="grid gap-3">
        {items.map((booking) => (
          <li key={booking.id}>
            <BookingCard booking={booking} now={now} />
          </li>
        ))}
      </ul>
      <PageLinks
        first={cursor ? { href: bookingsHref(filter), label: t("newest") } : null}
        next={nextCursor ? { href: bookingsHref(filter, nextCursor), label: t("older") } : null}
      />
    </>
  );
}

function NoBookings({ isFiltered }: { isFiltered: boolean }) {
  const t = useTranslations("bookings.empty");
  return isFiltered ? (
    <EmptyState
      title={t("filteredTitle")}
      action={
        <Button asChild variant="secondary">
          <Link href="/bookings">{t("filteredAction")}</Link>
        </Button>
      }
    />
  ) : (
    <EmptyState
      title={t("title")}
      body={t("body")}
      action={
        <Button asChild>
          <Link href="/">{t("action")}</Link>
        </Button>
      }
    />
  );
}
