import type { BestHold } from "@/lib/sales/hold-best-available";
import type { HeldSeat, Hold } from "@/lib/seats/find-hold";
import { toNameWire } from "./seat-names";

/** A seat of a hold in the public API's own names. */
const toSeatWire = (seat: HeldSeat) => ({
  ...toNameWire(seat),
  grade: seat.grade,
  price: seat.priceKrw,
  ticket_id: seat.ticketId,
});

/** All that the fan holds in the schedule. */
export const toHoldWire = ({ seats, expiresAt }: Hold) => ({
  held_seats: seats.map(toSeatWire),
  expires_at: expiresAt.toISOString(),
});

/** `chosen_seats` are those chosen now; `is_split` says that they lie in two neighbouring rows. */
export const toBestWire = ({ seatIndexes, isSplit, ...hold }: BestHold) => ({
  chosen_seats: hold.seats.filter((seat) => seatIndexes.includes(seat.seatIndex)).map(toSeatWire),
  is_split: isSplit,
  ...toHoldWire(hold),
});
