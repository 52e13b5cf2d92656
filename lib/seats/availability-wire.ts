import type { Availability } from "./availability";
import { packStatuses, unpackStatuses } from "./seat-bits";

/** Availability as it travels, in the wire's names: 16.7 KB where the statuses of 50,000 seats are 50. */
export type PackedAvailability = {
  schedule_id: string;
  version: string;
  /** ISO 8601. */
  as_of: string;
  seat_count: number;
  /** See `packStatuses`. */
  seats: string;
};

export function packAvailability({ scheduleId, version, asOf, statuses }: Availability): PackedAvailability {
  const seats = packStatuses(statuses);
  return { schedule_id: scheduleId, version, as_of: asOf, seat_count: statuses.length, seats };
}

/** @throws RangeError when `seats` does not hold `seat_count` seats. */
export function unpackAvailability({
  schedule_id,
  version,
  as_of,
  seat_count,
  seats,
}: PackedAvailability): Availability {
  return { scheduleId: schedule_id, version, asOf: as_of, statuses: unpackStatuses(seats, seat_count) };
}
