import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { BookingsList } from "@/components/bookings/bookings-list";
import { bookingsHref, bookingsInput, readBookingsQuery } from "@/components/bookings/bookings-query";
import { BookingsSkeleton } from "@/components/bookings/bookings-skeleton";
import { StatusFilter } from "@/components/bookings/status-filter";
import { FreshWhenSeen } from "@/components/site/fresh-when-seen";
import { Container } from "@/components/ui/container";
import { PageHeading } from "@/components/ui/page-heading";
import { requireUser } from "@/lib/auth/require-user";
import { ClientWords } from "@/lib/i18n/client-words";
import { readMyBookings } from "@/lib/views/my-bookings";

type Props = PageProps<"/[locale]/bookings">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("bookings");
  return { title: t("title") };
}

export default async function BookingsPage({ searchParams }: Props) {
  const t = await getTranslations("bookings");
  return (
    <ClientWords of={["bookings"]}>
      <Container width="reading" className="pb-24">
        <PageHeading title={t("title")} />
        <FreshWhenSeen />
        <Suspense fallback={<BookingsSkeleton />}>
          <MyBookings searchParams={searchParams} />
        </Suspense>
      </Container>
    </ClientWords>
  );
}

async function MyBookings({ searchParams }: Pick<Props, "searchParams">) {
  const query = readBookingsQuery(await searchParams);
  await requireUser(bookingsHref(query.filter, query.cursor ?? undefined));
  const page = await readMyBookings(bookingsInput(query));
  return (
    <div className="grid gap-6">
      <StatusFilter current={query.filter} />
      <BookingsList page={page} query={query} now={new Date()} />
    </div>
  );
}
