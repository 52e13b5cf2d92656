import type { Reader } from "@/lib/db/client";
import { AppError } from "@/lib/kernel/errors";
import { findSeatNames, type NamedSeat } from "@/lib/seats/resolve-seats";

/** A seat's name as the public API writes it. A place of a standing area has no row. */
export const toNameWire = (seat: { section: string; rowLabel: string; seatNumber: string }) => ({
  section: seat.section,
  row: seat.rowLabel === "" ? null : `${seat.rowLabel}열`,
  number: /^\d+$/.test(seat.seatNumber) ? Number(seat.seatNumber) : seat.seatNumber,
});

/** `seatIndexes` are those of `named`, in its order. */
type Request = { scheduleId: string; named: readonly NamedSeat[]; seatIndexes: readonly number[] };

/**
 * Runs `work` and calls the seats of a refusal by name, because a client of the public API has never
 * heard of seat indexes: seats that were asked for by the names the client used, others by their own.
 */
export async function refusingByName<T>(db: Reader, request: Request, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { seatIndexes: meant, seats: repriced, ...details } = error.details;
    if (Array.isArray(meant)) {
      throw new AppError(error.code, { ...details, seats: await nameSeats(db, request, meant) }, { cause: error });
    }
    if (!Array.isArray(repriced)) throw error;
    const seats = await Promise.all(repriced.map((seat: Repriced) => namePrice(db, request, seat)));
    throw new AppError(error.code, { ...details, seats }, { cause: error });
  }
}

/** A seat of a refusal that names its right price. */
type Repriced = { seatIndex: number; grade: string; priceKrw: number };

async function namePrice(db: Reader, request: Request, { seatIndex, grade, priceKrw: price }: Repriced) {
  const [name] = await nameSeats(db, request, [seatIndex]);
  return { ...name, grade, price };
}

async function nameSeats(db: Reader, { scheduleId, named, seatIndexes }: Request, meant: readonly number[]) {
  const asked = named.filter((_, position) => meant.includes(seatIndexes[position] ?? -1));
  const others = meant.filter((seatIndex) => !seatIndexes.includes(seatIndex));
  if (others.length === 0) return asked;
  const found = await findSeatNames(db, scheduleId, others);
  return [...asked, ...found.map(toNameWire)];
}
