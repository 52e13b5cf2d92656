import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "@/lib/kernel/errors";
import { insertClaim, keepResult } from "./claim";
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
 * Throwing rolls back; returning commits, so a failure must never be a return value. The first
 * transaction of a keyed request claims it: work and claim commit together, or neither.
 *
 * @throws AppError `request_in_progress` when somebody else works on the same keyed request. Nothing was written.
 * @throws AppError `busy` when a row lock is not granted within 3 s, the transaction outlives 10 s,
 *   or every retry deadlocks. Nothing was written; safe to retry.
 * @throws AppError `read_only` when the database cannot be reached. If the connection dropped during
 *   COMMIT the outcome is unknown: retry only under the same idempotency key.
 */
export async function withTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transact(db, work);
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

/**
 * `withTransaction` for work that would not be the same if it were done twice, and that no id of its
 * own protects. Under a claim, what it was asked for and what it returned (plain data) is kept with
 * it; see `earlierResult`.
 */
export async function onceInTransaction<I, T>(db: Db, input: I, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withTransaction(db, async (tx) => {
    const result = await work(tx);
    if (db.claim) await keepResult(tx, db.claim.request, { input, result });
    return result;
  });
}

async function transact<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { claim } = db;
  if (!claim || claim.isCommitted) return db.transaction(work);
  const result = await db.transaction(async (tx) => {
    claim.lease = null;
    claim.lease = await insertClaim(tx, claim.request);
    return work(tx);
  });
  claim.isCommitted = true;
  return result;
}
