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

/** A longer name ("Ground floor 4") gets a line of its own, so that row and number keep their size. */
const SECTION_MARK_LENGTH_MAX = 3;

function Stub({ seat }: { seat: BookedSeat }) {
  const t = useTranslations("bookings.seat");
  const isMark = seat.section.length <= SECTION_MARK_LENGTH_MAX;
  const large = [
    ...(isMark && seat.section ? [{ word: t("section"), value: seat.section }] : []),
    ...(seat.rowLabel ? [{ word: t("row"), value: seat.rowLabel }] : []),
    { word: t("number"), value: seat.seatNumber },
  ];
  return (
    <div aria-hidden="true" className="grid gap-2">
      {!isMark && <span className="font-semibold">{seat.section}</span>}
      <div className="flex items-center gap-x-7">
        {large.map(({ word, value }) => (
          <span key={word} className="grid gap-1">
            <span className="text-ink-muted text-xs">{word}</span>
            <span className="font-extrabold text-3xl tabular-nums leading-none tracking-tight">{value}</span>
          </span>
        ))}
        <GradeMark code={seat.grade} className="ml-auto" />
      </div>
    </div>
  );
}
