import { eq } from "drizzle-orm";
import type { Reader } from "@/lib/db/client";
import { schedules } from "@/lib/db/schema/catalog";
import { scheduleQueues } from "@/lib/db/schema/queues";

/** How a schedule's waiting room lets people in; times are on the database's clock. */
export type QueueTerms = {
  salesOpenAt: Date;
  isPaused: boolean;
  activeMax: number;
  admitPerMinute: number;
  passTtlSeconds: number;
};

const KEPT_MS = 2_000;
const KEPT_MAX = 1_000;

const kept = new Map<string, { terms: Promise<QueueTerms | null>; untilMs: number }>();

/**
 * The terms of a schedule's waiting room, at most two seconds old; `null` when it has none, which
 * costs a sale nothing but a look into memory.
 */
export function readQueueTerms(db: Reader, scheduleId: string): Promise<QueueTerms | null> {
  const nowMs = Date.now();
  const known = kept.get(scheduleId);
  if (known && known.untilMs > nowMs) return known.terms;
  if (kept.size >= KEPT_MAX) kept.clear();
  const terms = findQueueTerms(db, scheduleId);
  kept.set(scheduleId, { terms, untilMs: nowMs + KEPT_MS });
  terms.catch(() => kept.delete(scheduleId));
  return terms;
}

/** As `readQueueTerms`, from the database. */
export async function findQueueTerms(db: Reader, scheduleId: string): Promise<QueueTerms | null> {
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
