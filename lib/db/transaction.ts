import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "@/lib/kernel/errors";
import type { Db, Tx } from "./client";
import { isConnectionLost, pgErrorOf } from "./pg-error";

const ATTEMPTS_MAX = 3;
const RETRY_DELAY_MAX_MS = 50;
const TRANSIENT = new Set(["40001", "40P01"]); // serialization_failure, deadlock_detected
const TOO_SLOW = new Set(["55P03", "57014", "25P03", "25P04"]); // lock, statement, idle and transaction timeouts

/**
 * Runs `work` in one READ COMMITTED transaction, retrying deadlocks with jitter.
 *
 * `work` may run more than once, so it touches nothing but `tx`: no Redis, no HTTP, no metrics.
 * Throwing rolls back; returning commits, so a failure must never be a return value.
 *
 * @throws AppError `busy` when a row lock is not granted within 3 s, the transaction outlives 10 s,
 *   or every retry deadlocks. Nothing was written; safe to retry.
 * @throws AppError `read_only` when the database cannot be reached. If the connection dropped during
 *   COMMIT the outcome is unknown: retry only under the same idempotency key.
 */
export async function withTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction(work);
    } catch (error) {
      if (error instanceof AppError) throw error;
      const code = pgErrorOf(error)?.code ?? "";
      if (TRANSIENT.has(code) && attempt < ATTEMPTS_MAX) {
        await sleep(Math.random() * RETRY_DELAY_MAX_MS);
        continue;
      }
      if (TRANSIENT.has(code) || TOO_SLOW.has(code)) throw new AppError("busy", {}, { cause: error });
      if (isConnectionLost(error)) throw new AppError("read_only", {}, { cause: error });
      throw error;
    }
  }
}
