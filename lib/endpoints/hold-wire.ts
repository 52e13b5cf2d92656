import type { BestHold } from "@/lib/sales/hold-best-available";
import type { HeldSeat, Hold } from "@/lib/seats/find-hold";
import { rowName, seatNumberOf } from "./seat-names";

/** A hold in the public API's own names. A place of a standing area has no row. */
const toSeatWire = (seat: HeldSeat) => ({
  section: seat.section,
  row: seat.rowLabel === "" ? null : rowName(seat.rowLabel),
  number: seatNumberOf(seat.seatNumber),
  grade: seat.grade,
  price: seat.priceKrw,
  ticket_id: seat.ticketId,
});

/** All that the fan holds in the schedule. */
export const toHoldWire = ({ seats, expiresAt }: Hold) => ({
  held_seats: seats.map(toSeatWire),
  expires_at: expiresAt,
});

/** `chosen_seats` are those chosen now; `is_split` says that they lie in two neighbouring rows. */
export const toBestWire = ({ seatIndexes, isSplit, ...hold }: BestHold) => ({
  chosen_seats: hold.seats.filter((seat) => seatIndexes.includes(seat.seatIndex)).map(toSeatWire),
  is_split: isSplit,
  ...toHoldWire(hold),
});

/** The wish of a best-available request, from the wire's names. */
export const fromBestWire = ({
  scheduleId,
  count,
  grade,
  accessible,
  price_min,
  price_max,
}: Record<string, unknown>) => ({
  scheduleId,
  count,
  grade,
  isAccessible: accessible,
  priceKrwMin: price_min,
  priceKrwMax: price_max,
});
