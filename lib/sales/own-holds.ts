import { Recent } from "@/lib/kernel/recent";
import type { Hold } from "@/lib/seats/hold-seats";
import { settings } from "@/lib/settings";

type Request = { userId: string; scheduleId: string; seatIndexes: readonly number[] };

/** Who has just held which seat through this process. A hint: the hold may be gone, and another process may know of others. */
const holderOf = new Recent<string>({ max: 20_000, keptForMs: settings.holdTtlMs });

const keyOf = (scheduleId: string, seatIndex: number) => `${scheduleId}:${seatIndex}`;

/** Remembers a hold that was committed. */
export function rememberHold(userId: string, scheduleId: string, { seats }: Pick<Hold, "seats">): void {
  for (const { seatIndex } of seats) holderOf.set(keyOf(scheduleId, seatIndex), userId);
}

/**
 * True when this process has seen the person hold all of these seats, and nothing since. Who books
 * them then needs no look beforehand and no lock: nobody else can have them, and should it be
 * otherwise after all, the transaction finds out.
 */
export const holdsAll = ({ userId, scheduleId, seatIndexes }: Request): boolean =>
  seatIndexes.every((seatIndex) => holderOf.get(keyOf(scheduleId, seatIndex)) === userId);

/** Forgets seats that their holder has booked, given back or lost: the next request looks again. */
export function forgetHold(scheduleId: string, seatIndexes: readonly number[]): void {
  for (const seatIndex of seatIndexes) holderOf.delete(keyOf(scheduleId, seatIndex));
}
