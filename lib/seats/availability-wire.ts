import type { Availability } from "./availability";
import { packStatuses, unpackStatuses } from "./seat-bits";

/** Availability as it travels and as Redis keeps it: 16.7 KB where the statuses of 50,000 seats are 50. */
export type PackedAvailability = Omit<Availability, "statuses"> & {
  seatCount: number;
  /** See `packStatuses`. */
  seats: string;
};

export function packAvailability({ statuses, ...rest }: Availability): PackedAvailability {
  return { ...rest, seatCount: statuses.length, seats: packStatuses(statuses) };
}

/** @throws RangeError when `seats` does not hold `seatCount` seats. */
export function unpackAvailability({ seats, seatCount, ...rest }: PackedAvailability): Availability {
  return { ...rest, statuses: unpackStatuses(seats, seatCount) };
}
