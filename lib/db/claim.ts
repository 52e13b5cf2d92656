import { deserialize, serialize } from "node:v8";
import { sql } from "drizzle-orm";
import { AppError } from "@/lib/kernel/errors";
import { settings } from "@/lib/settings";
import type { Db, Tx } from "./client";

/** What makes a request the same request when its sender repeats it. */
export type KeyedRequest = {
  readonly userId: string;
  readonly key: string;
  readonly operation: string;
  readonly requestHash: string;
};

/** A keyed request at work, as its transactions see it. */
export type Claim = {
  readonly request: KeyedRequest;
  /** What the request had committed before it was cut off, where somebody goes on with it. */
  readonly earlier: Kept | null;
  /** When this holder's time to answer ends, word for word as the row says it: no other holder's is the same. */
  lease: string | null;
  isCommitted: boolean;
};

/** What was asked for and what came of it. */
type Kept = { input: unknown; result: unknown };

/** When the time to answer of whoever claims now ends. */
export const leaseEnd = sql`clock_timestamp() + ${settings.lockLeaseMs}::int * interval '1 ms'`;

/** The same pool, whose next transaction claims the request; see `withTransaction`. */
export function claimedBy(db: Db, claim: Claim): Db {
  const claimed: Db = Object.create(db);
  return Object.assign(claimed, { claim });
}

/**
 * First statement of the first transaction of a keyed request. Waits for nobody: whoever finds the
 * same request at work or claimed is refused at once.
 *
 * @throws AppError `request_in_progress`. A repeat learns whether it is answered.
 */
export async function insertClaim(tx: Tx, { userId, key, operation, requestHash }: KeyedRequest): Promise<string> {
  const [claimed] = await tx.execute<{ lease: string }>(sql`
    insert into idempotency_keys (user_id, key, operation, request_hash, running_until)
    select ${userId}::uuid, ${key}, ${operation}, ${requestHash}, ${leaseEnd}
    where pg_try_advisory_xact_lock(hashtextextended(${`idempotency:${userId}:${key}`}::text, 0))
    on conflict do nothing
    returning running_until::text as lease`);
  if (!claimed) throw new AppError("request_in_progress");
  return claimed.lease;
}

/** Keeps what the work returned, to be committed with it. */
export async function keepResult(tx: Tx, { userId, key }: KeyedRequest, kept: Kept): Promise<void> {
  await tx.execute(sql`
    update idempotency_keys set results = array[${serialize(kept)}::bytea]
    where user_id = ${userId}::uuid and key = ${key}`);
}

export const keptIn = (bytes: Uint8Array | null): Kept | null => (bytes === null ? null : deserialize(bytes));

/**
 * What `onceInTransaction` has committed for this very request before its process died, or `null`.
 * Ask before anything that may refuse: the work is done, whatever the world looks like now.
 */
export function earlierResult<I, T>(db: Db): { input: I; result: T } | null {
  // The hash of the request says that the same operation kept it, so it has the shape that this one gives it.
  return (db.claim?.earlier ?? null) as { input: I; result: T } | null;
}

/** Whether this very request has committed something before, so that whoever goes on with it was let in then. */
export const hasBegun = ({ claim }: Db): boolean => claim?.isCommitted ?? false;
