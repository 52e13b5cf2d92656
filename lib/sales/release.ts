import { earlierResult } from "@/lib/db/claim";
import type { Actor } from "@/lib/kernel/actor";
import { announce } from "@/lib/seats/availability";
import { releaseSeats } from "@/lib/seats/release-seats";
import type { ReleaseSeatsInput } from "@/lib/seats/schema";
import type { Changed } from "@/lib/seats/seat-change";
import type { Services } from "@/lib/services";
import { forgetHold } from "./own-holds";

/**
 * `releaseSeats`, then the map is told. No Redis lock: the seats are the actor's own, and a stranger
 * who is trying for one of them must not be able to stop them giving it back.
 */
export async function releaseSeatsSafely(
  services: Pick<Services, "db" | "redis">,
  actor: Actor,
  input: ReleaseSeatsInput,
): Promise<{ releasedSeatIndexes: number[] }> {
  const earlier = earlierResult<ReleaseSeatsInput, Changed<{ releasedSeatIndexes: number[] }>>(services.db);
  const { changes, ...released } = earlier?.result ?? (await releaseSeats(services.db, actor, input));
  if (!earlier) await announce(services.redis, input.scheduleId, changes);
  forgetHold(input.scheduleId, released.releasedSeatIndexes);
  return released;
}
