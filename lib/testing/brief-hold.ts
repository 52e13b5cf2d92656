import { eq, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { tickets } from "@/lib/db/schema/tickets";
import type { Actor } from "@/lib/kernel/actor";
import type { GuardedRedis } from "@/lib/redis/guarded";
import { announce } from "@/lib/seats/availability";
import { holdSeats } from "@/lib/seats/hold-seats";

type BriefHold = { scheduleId: string; seatIndexes: number[]; endsInMs: number };

/** Holds seats for a moment, and tells readers as a sale does. */
export async function holdBriefly(
  { db, redis }: { db: Db; redis: GuardedRedis },
  actor: Actor,
  { endsInMs, ...seats }: BriefHold,
): Promise<void> {
  const { holdToken, changes } = await holdSeats(db, actor, seats);
  await db
    .update(tickets)
    .set({ heldUntil: sql`clock_timestamp() + ${`${endsInMs} milliseconds`}::interval` })
    .where(eq(tickets.holdToken, holdToken));
  await announce(
    redis,
    seats.scheduleId,
    changes.map((change) => ({ ...change, heldForMs: endsInMs })),
  );
}
