import { useLocale } from "next-intl";
import { GradeMark } from "@/components/ui/grade-mark";
import { Price } from "@/components/ui/price";
import type { BookedSeat } from "@/lib/bookings/booking";
import { formatSeatName } from "@/lib/kernel/seat-name";

/** Each seat by name, with its grade and what it cost. */
export function SeatList({ seats }: { seats: readonly BookedSeat[] }) {
  const locale = useLocale();
  return (
    <ul className="grid gap-3">
      {seats.map((seat) => (
        <li key={seat.ticketId} className="flex items-center gap-3">
          <GradeMark code={seat.grade} />
          <span className="min-w-0 flex-1 font-medium">{formatSeatName(locale, seat)}</span>
          <Price amountKrw={seat.priceKrw} className="font-medium!" />
        </li>
      ))}
    </ul>
  );
}
