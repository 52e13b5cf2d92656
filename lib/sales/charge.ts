import type { Actor } from "@/lib/kernel/actor";
import { chargePoints } from "@/lib/points/charge-points";
import type { ChargePointsInput, PointChargeOutcome } from "@/lib/points/schema";
import { lockKeys, withLock } from "@/lib/redis/lock";
import type { Services } from "@/lib/services";
import { settings } from "@/lib/settings";

/**
 * Buys points under the fan's point lock.
 *
 * @throws AppError what `chargePoints` throws; `request_in_progress` while somebody else has the lock.
 */
export async function chargePointsSafely(
  services: Services,
  actor: Actor,
  input: ChargePointsInput,
): Promise<PointChargeOutcome> {
  const lock = {
    kind: "point",
    keys: [lockKeys.point(actor.userId)],
    ownerId: actor.userId,
    leaseMs: settings.lockLeaseMs,
    refusal: "request_in_progress",
  } as const;
  return withLock(services.redis, lock, () => chargePoints(services, actor, input));
}
