import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { z } from "zod";
import { BookingSkeleton } from "@/components/bookings/booking-skeleton";
import { OneBooking } from "@/components/bookings/one-booking";
import { PaidBooking } from "@/components/bookings/paid-booking";
import { FreshWhenSeen } from "@/components/site/fresh-when-seen";
import { Container } from "@/components/ui/container";
import { requireUser } from "@/lib/auth/require-user";
import { ClientWords } from "@/lib/i18n/client-words";
import { readMyBooking } from "@/lib/views/my-bookings";
import { cancelBookingAction } from "./actions";

type Props = PageProps<"/[locale]/bookings/[bookingId]">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("bookings");
  return { title: t("oneTitle") };
}

export default function BookingPage({ params, searchParams }: Props) {
  return (
    <ClientWords of={["bookings"]}>
      <Container>
        <FreshWhenSeen />
        <Suspense fallback={<BookingSkeleton />}>
          <MyBooking params={params} searchParams={searchParams} />
        </Suspense>
      </Container>
    </ClientWords>
  );
}

async function MyBooking({ params, searchParams }: Props) {
  const [{ bookingId }, { paid }] = await Promise.all([params, searchParams]);
  if (!z.uuid().safeParse(bookingId).success) notFound();
  await requireUser(`/bookings/${bookingId}`);
  const booking = await readMyBooking(bookingId);
  if (!booking) notFound();

  const now = new Date();
  if (paid && booking.status === "confirmed") return <PaidBooking booking={booking} now={now} />;
  return <OneBooking booking={booking} now={now} cancelAction={cancelBookingAction} />;
}
