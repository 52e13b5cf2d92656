import { and, asc, eq, inArray } from "drizzle-orm";
import type { Reader } from "@/lib/db/client";
import { tickets } from "@/lib/db/schema/tickets";
import { AppError } from "@/lib/kernel/errors";
import { Recent } from "@/lib/kernel/recent";

/** A seat by its name as people write it: row "1열" or "1", section "A구역" or "A", or none. */
export type NamedSeat = { section?: string | undefined; row: string; number: string | number };

/** A seat of a schedule keeps its name and its position for ever. At most some 10 MB. */
const seatIndexOfName = new Recent<number>({ max: 50_000, keptForMs: 600_000 });

/** A part as written, and without the word that Korean puts after it. */
const readings = (part: string | number, suffix: string): string[] => {
  const text = String(part).trim();
  return text.endsWith(suffix) ? [text, text.slice(0, -suffix.length).trim()] : [text];
};

/**
 * The seat indexes of seats given by name, in the order given. A section may be left out where row
 * and number alone name one seat.
 *
 * @throws AppError `not_found` with `seats` when the schedule has no such seat.
 * @throws AppError `invalid_input` with `seats` when a name fits more than one seat.
 */
export async function resolveSeats(db: Reader, scheduleId: string, named: readonly NamedSeat[]): Promise<number[]> {
  const keys = named.map(({ section, row, number }) => [scheduleId, section, row, number].join("\n"));
  const known = keys.flatMap((key) => seatIndexOfName.get(key) ?? []);
  if (known.length === named.length) return known;

  const wanted = named.map((seat) => ({
    sections: seat.section === undefined ? null : readings(seat.section, "구역"),
    rowLabels: readings(seat.row, "열"),
    seatNumbers: readings(seat.number, "번"),
  }));
  const sections = [...new Set(wanted.flatMap((seat) => seat.sections ?? null))];
  const candidates = await db
    .select({
      seatIndex: tickets.seatIndex,
      section: tickets.section,
      rowLabel: tickets.rowLabel,
      seatNumber: tickets.seatNumber,
    })
    .from(tickets)
    .where(
      and(
        eq(tickets.scheduleId, scheduleId),
        // With the section the index leads straight to the seats; without it to all rows of that name.
        sections.includes(null)
          ? undefined
          : inArray(
              tickets.section,
              sections.flatMap((section) => section ?? []),
            ),
        inArray(tickets.rowLabel, [...new Set(wanted.flatMap((seat) => seat.rowLabels))]),
        inArray(tickets.seatNumber, [...new Set(wanted.flatMap((seat) => seat.seatNumbers))]),
      ),
    );

  const matches = wanted.map((seat) =>
    candidates.filter(
      (ticket) =>
        seat.rowLabels.includes(ticket.rowLabel) &&
        seat.seatNumbers.includes(ticket.seatNumber) &&
        (seat.sections?.includes(ticket.section) ?? true),
    ),
  );
  const missing = named.filter((_, position) => matches[position]?.length === 0);
  if (missing.length > 0) throw new AppError("not_found", { seats: missing });
  const ambiguous = named.filter((_, position) => (matches[position]?.length ?? 0) > 1);
  if (ambiguous.length > 0) throw new AppError("invalid_input", { seats: ambiguous });
  const found = matches.flatMap((tickets) => tickets.map((ticket) => ticket.seatIndex));
  for (const [position, key] of keys.entries()) seatIndexOfName.set(key, found[position] ?? -1);
  return found;
}

/** The bare names of seats, in the order of their indexes; those that the schedule does not have are left out. */
export async function findSeatNames(
  db: Reader,
  scheduleId: string,
  seatIndexes: readonly number[],
): Promise<{ section: string; rowLabel: string; seatNumber: string }[]> {
  return db
    .select({ section: tickets.section, rowLabel: tickets.rowLabel, seatNumber: tickets.seatNumber })
    .from(tickets)
    .where(and(eq(tickets.scheduleId, scheduleId), inArray(tickets.seatIndex, [...seatIndexes])))
    .orderBy(asc(tickets.seatIndex));
}
