import { z } from "zod";
import { SEATS_PER_REQUEST_MAX } from "./rules";

/** Seats of one schedule by their position, each named once. */
const SeatIndexes = z
  .array(z.int().min(0))
  .min(1)
  .max(SEATS_PER_REQUEST_MAX)
  .refine((indexes) => new Set(indexes).size === indexes.length, { error: "Each seat may be named once" });

export const HoldSeatsInput = z.object({ scheduleId: z.uuid(), seatIndexes: SeatIndexes });
export type HoldSeatsInput = z.output<typeof HoldSeatsInput>;

/** Without `seatIndexes`: the whole hold of this schedule. */
export const ReleaseSeatsInput = z.object({ scheduleId: z.uuid(), seatIndexes: SeatIndexes.optional() });
export type ReleaseSeatsInput = z.output<typeof ReleaseSeatsInput>;
