import { useLocale, useTranslations } from "next-intl";
import { GradeMark } from "@/components/ui/grade-mark";
import type { BookedSeat } from "@/lib/bookings/booking";
import { formatSeatName } from "@/lib/kernel/seat-name";

/** "Where do I sit?", large enough to read at arm's length in a dark foyer. */
export function SeatStubs({ seats }: { seats: readonly BookedSeat[] }) {
  const locale = useLocale();
  return (
    <ul className="grid gap-3">
      {seats.map((seat) => (
        <li key={seat.ticketId} className="rounded-md bg-sunken px-4 py-3">
          <span className="sr-only">{formatSeatName(locale, seat)}</span>
          <Stub seat={seat} />
        </li>
      ))}
    </ul>
  );
}

function Stub({ seat }: { seat: BookedSeat }) {
  const t = useTranslations("bookings.seat");
  const parts = [
    { word: t("section"), value: seat.section },
    { word: t("row"), value: seat.rowLabel },
    { word: t("number"), value: seat.seatNumber },
  ].filter((part) => part.value !== "");
  return (
    <div aria-hidden="true" className="flex items-end gap-x-6 gap-y-2">
      {parts.map(({ word, value }) => (
        <span key={word} className="grid min-w-0 gap-0.5">
          <span className="text-ink-muted text-xs">{word}</span>
          <span className="truncate font-extrabold text-2xl tabular-nums leading-none tracking-tight sm:text-3xl">
            {value}
          </span>
        </span>
      ))}
      <GradeMark code={seat.grade} className="ml-auto shrink-0 self-center" />
    </div>
  );
}
