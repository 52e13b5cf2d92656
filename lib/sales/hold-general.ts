import { earlierResult } from "@/lib/db/claim";
import type { Actor } from "@/lib/kernel/actor";
import { announce } from "@/lib/seats/availability";
import { holdGeneral } from "@/lib/seats/hold-general";
import type { Hold } from "@/lib/seats/hold-seats";
import type { HoldGeneralInput } from "@/lib/seats/schema";
import type { Changed } from "@/lib/seats/seat-change";
import type { Services } from "@/lib/services";

/**
 * `holdGeneral`, then the map is told. It needs no Redis lock: nobody waits for another's places, and
 * which ones a fan gets is known only once they are locked. Promises and errors are those of `holdGeneral`.
 */
export async function holdGeneralSafely(
  services: Pick<Services, "db" | "redis">,
  actor: Actor,
  input: HoldGeneralInput,
): Promise<Hold> {
  const earlier = earlierResult<HoldGeneralInput, Changed<Hold>>(services.db);
  const { changes, ...hold } = earlier?.result ?? (await holdGeneral(services.db, actor, input));
  if (!earlier) await announce(services.redis, input.scheduleId, changes);
  return hold;
}
