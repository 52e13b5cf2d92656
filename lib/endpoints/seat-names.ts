import { AppError } from "@/lib/kernel/errors";
import type { NamedSeat } from "@/lib/seats/resolve-seats";

/**
 * Runs `work` and calls the seats of a refusal by the names the client used, because a client of the
 * public API has never heard of seat indexes. `seatIndexes` are those of `named`, in its order.
 */
export async function refusingByName<T>(
  named: readonly NamedSeat[],
  seatIndexes: readonly number[],
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "seat_unavailable") throw error;
    const { seatIndexes: taken } = error.details;
    if (!Array.isArray(taken)) throw error;
    const seats = named.filter((_, position) => taken.includes(seatIndexes[position]));
    throw new AppError("seat_unavailable", { seats }, { cause: error });
  }
}
