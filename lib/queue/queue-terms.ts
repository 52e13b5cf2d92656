import { eq } from "drizzle-orm";
import type { Reader } from "@/lib/db/client";
import { schedules } from "@/lib/db/schema/catalog";
import { scheduleQueues } from "@/lib/db/schema/queues";
import { Recent } from "@/lib/kernel/recent";

/** How a schedule's waiting room lets people in; times are on the database's clock. */
export type QueueTerms = {
  salesOpenAt: Date;
  isPaused: boolean;
  activeMax: number;
  admitPerMinute: number;
  passTtlSeconds: number;
};

const kept = new Recent<Promise<QueueTerms | null>>({ max: 1_000, keptForMs: 2_000 });

/**
 * The terms of a schedule's waiting room, at most two seconds old; `null` when it has none, which
 * costs a sale nothing but a look into memory.
 */
export function readQueueTerms(db: Reader, scheduleId: string): Promise<QueueTerms | null> {
  const known = kept.get(scheduleId);
  if (known) return known;
  const terms = findQueueTerms(db, scheduleId);
  kept.set(scheduleId, terms);
  terms.catch(() => kept.delete(scheduleId));
  return terms;
}

/** As `readQueueTerms`, from the database. */
async function findQueueTerms(db: Reader, scheduleId: string): Promise<QueueTerms | null> {
  const [terms] = await db
    .select({
      salesOpenAt: schedules.salesOpenAt,
      isPaused: scheduleQueues.isPaused,
      activeMax: scheduleQueues.activeMax,
      admitPerMinute: scheduleQueues.admitPerMinute,
      passTtlSeconds: scheduleQueues.passTtlSeconds,
    })
    .from(scheduleQueues)
    .innerJoin(schedules, eq(schedules.id, scheduleQueues.scheduleId))
    .where(eq(scheduleQueues.scheduleId, scheduleId));
  return terms ?? null;
}
