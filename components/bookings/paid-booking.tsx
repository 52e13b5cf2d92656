import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { BookingDetail } from "@/lib/bookings/queries";
import { Link } from "@/lib/i18n/routing";
import { AddToCalendar } from "./add-to-calendar";
import { PaidHeading } from "./paid-heading";
import { Ticket } from "./ticket";
import { WhatNext } from "./what-next";

/** The page right after paying. */
export function PaidBooking({ booking, now }: { booking: BookingDetail; now: Date }) {
  const t = useTranslations("bookings");
  return (
    <>
      <PaidHeading seatCount={booking.seats.length} />
      <div className="grid items-start gap-8 pb-24 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-12">
        <Ticket booking={booking} />
        <div className="grid gap-8">
          <WhatNext receiptMethod={booking.receiptMethod} />
          <div className="grid gap-3">
            <Button asChild>
              <Link href="/bookings">{t("toBookings")}</Link>
            </Button>
            <AddToCalendar booking={booking} now={now} />
          </div>
        </div>
      </div>
    </>
  );
}
