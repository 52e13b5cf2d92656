import { earlierResult } from "@/lib/db/claim";
import type { Actor } from "@/lib/kernel/actor";
import { announce } from "@/lib/seats/availability";
import { findSeatsOnSale } from "@/lib/seats/find-seats-on-sale";
import { type Hold, holdSeats } from "@/lib/seats/hold-seats";
import type { HoldSeatsInput } from "@/lib/seats/schema";
import type { Changed } from "@/lib/seats/seat-change";
import type { Services } from "@/lib/services";
import { rememberHold } from "./own-holds";
import { withSeatLocks } from "./seat-lock";

/**
 * `holdSeats` in the order that keeps a crowd off the database: one read that turns away whoever
 * cannot win → Redis lock → transaction → commit → the map is told → lock released. Promises and
 * errors are those of `holdSeats`.
 */
export async function holdSeatsSafely(
  services: Pick<Services, "db" | "readDb" | "redis">,
  actor: Actor,
  input: HoldSeatsInput,
): Promise<Hold> {
  const earlier = earlierHold(services);
  if (earlier) return earlier.hold;
  const seats = await findSeatsOnSale(services.readDb, actor, input);
  const { scheduleId } = input;
  const { changes: _, ...hold } = await withSeatLocks(
    services.redis,
    actor,
    { scheduleId, seats },
    () => holdSeats(services.db, actor, input),
    ({ changes }) => announce(services.redis, scheduleId, changes),
  );
  rememberHold(actor.userId, scheduleId, hold);
  return hold;
}

/** What this very request held before it was cut off, and by which seats; `null` for any other. */
export function earlierHold({ db }: Pick<Services, "db">): { hold: Hold; seatIndexes: number[] } | null {
  const earlier = earlierResult<HoldSeatsInput, Changed<Hold>>(db);
  if (!earlier) return null;
  const { changes, ...hold } = earlier.result;
  return { hold, seatIndexes: earlier.input.seatIndexes };
}
