import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { z } from "zod";
import { standingOf } from "@/components/checkout/booking-status";
import { Checkout } from "@/components/checkout/checkout";
import { CheckoutSkeleton } from "@/components/checkout/checkout-skeleton";
import { OrderSummary } from "@/components/checkout/order-summary";
import { Container } from "@/components/ui/container";
import { PageHeading } from "@/components/ui/page-heading";
import { requireUser } from "@/lib/auth/require-user";
import { ClientWords } from "@/lib/i18n/client-words";
import { redirect } from "@/lib/i18n/routing";
import { readCheckout } from "@/lib/views/my-bookings";
import { cancelBookingAction, payBookingAction } from "./actions";

type Props = PageProps<"/[locale]/checkout/[bookingId]">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("checkout");
  return { title: t("title") };
}

export default async function CheckoutPage({ params }: Props) {
  const t = await getTranslations("checkout");
  return (
    <ClientWords of={["checkout"]}>
      <Container>
        <PageHeading title={t("title")} />
        <Suspense fallback={<CheckoutSkeleton />}>
          <BookingToPay params={params} />
        </Suspense>
      </Container>
    </ClientWords>
  );
}

async function BookingToPay({ params }: Pick<Props, "params">) {
  const { bookingId } = await params;
  if (!z.uuid().safeParse(bookingId).success) notFound();
  await requireUser(`/checkout/${bookingId}`);
  const found = await readCheckout(bookingId);
  if (!found) notFound();

  const { booking, balance } = found;
  const standing = standingOf(booking);
  const locale = await getLocale();
  if (standing.kind === "paid") redirect({ href: `/bookings/${bookingId}?paid=1`, locale });
  if (standing.kind === "ended") redirect({ href: `/bookings/${bookingId}`, locale });

  return (
    <Checkout
      booking={{
        id: booking.id,
        scheduleId: booking.scheduleId,
        totalKrw: booking.totalKrw,
        seatCount: booking.seats.length,
        createdMs: booking.createdAt.getTime(),
        expiresMs: booking.expiresAt.getTime(),
      }}
      balance={balance}
      standing={standing}
      serverNowMs={Date.now()}
      payAction={payBookingAction}
      cancelAction={cancelBookingAction}
    >
      <OrderSummary booking={booking} />
    </Checkout>
  );
}
