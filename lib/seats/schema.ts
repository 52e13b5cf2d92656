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

const AREA_NAME_LENGTH_MAX = 200;

const PlaceCount = z.int().min(1).max(SEATS_PER_REQUEST_MAX);

/** The best seats for a party of `count`; grade and prices (whole won, bounds included) narrow the choice. */
export const HoldBestInput = z
  .object({
    scheduleId: z.uuid(),
    count: PlaceCount,
    /** Wheelchair places and the seats beside them, and only those. */
    isAccessible: z.boolean().default(false),
    grade: z.enum(["VIP", "R", "S", "A"]).optional(),
    priceKrwMin: z.int().min(0).optional(),
    priceKrwMax: z.int().min(0).optional(),
  })
  .refine(({ priceKrwMin = 0, priceKrwMax = priceKrwMin }) => priceKrwMin <= priceKrwMax, {
    error: "No price lies in this range",
    path: ["priceKrwMax"],
  });
export type HoldBestInput = z.output<typeof HoldBestInput>;

/** `area`: the general-admission area's name, its places' section. `count`: of its places, all that the fan wants to hold. */
export const HoldGeneralInput = z.object({
  scheduleId: z.uuid(),
  area: z.string().min(1).max(AREA_NAME_LENGTH_MAX),
  count: PlaceCount,
});
export type HoldGeneralInput = z.output<typeof HoldGeneralInput>;
