import type { Actor } from "@/lib/kernel/actor";
import { announce } from "@/lib/seats/availability";
import { findSeatsOnSale } from "@/lib/seats/find-seats-on-sale";
import { type Hold, holdSeats } from "@/lib/seats/hold-seats";
import type { HoldSeatsInput } from "@/lib/seats/schema";
import type { Services } from "@/lib/services";
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
  const seats = await findSeatsOnSale(services.readDb, actor, input);
  return withSeatLocks(services.redis, actor, { scheduleId: input.scheduleId, seats }, async () => {
    const { changes, ...hold } = await holdSeats(services.db, actor, input);
    await announce(services.redis, input.scheduleId, changes);
    return hold;
  });
}
