import type { Actor } from "@/lib/kernel/actor";
import type { GuardedRedis } from "@/lib/redis/guarded";
import { lockKeys, withLock } from "@/lib/redis/lock";
import type { SeatOnSale } from "@/lib/seats/find-seats-on-sale";
import { settings } from "@/lib/settings";

/**
 * Runs `work`, which contains the commit, and then `tell`, which tells of it, under the Redis locks of those seats that the actor does
 * not have yet, all or none. Seats of their own need no lock: nobody else can take them, and a
 * stranger trying for them must not be able to keep their holder out.
 *
 * @throws AppError `seat_unavailable` with `seatIndexes` when somebody else is taking one of them right now.
 */
export async function withSeatLocks<T>(
  redis: GuardedRedis,
  actor: Actor,
  request: { scheduleId: string; seats: readonly SeatOnSale[] },
  work: () => Promise<T>,
  tell: (result: T) => Promise<void>,
): Promise<T> {
  const seatOfKey = new Map(
    request.seats
      .filter((seat) => !seat.isMine)
      .map((seat) => [lockKeys.seat(request.scheduleId, seat.ticketId), seat.seatIndex]),
  );
  if (seatOfKey.size === 0) {
    const result = await work();
    await tell(result);
    return result;
  }
  return withLock(
    redis,
    {
      kind: "seat",
      keys: [...seatOfKey.keys()],
      ownerId: actor.userId,
      leaseMs: settings.lockLeaseMs,
      refusal: "seat_unavailable",
      refusalDetails: (takenKeys) => ({ seatIndexes: takenKeys.flatMap((key) => seatOfKey.get(key) ?? []) }),
    },
    work,
    tell,
  );
}
