import { deserialize, serialize } from "node:v8";
import { and, eq, sql } from "drizzle-orm";
import { AppError } from "@/lib/kernel/errors";
import { settings } from "@/lib/settings";
import type { Db, Tx } from "./client";
import { prepared } from "./prepared";
import { idempotencyKeys } from "./schema/requests";

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
export async function insertClaim(tx: Tx, request: KeyedRequest): Promise<string> {
  const [claimed] = await claimKey(tx, { ...request, twin: `idempotency:${request.userId}:${request.key}` });
  if (!claimed) throw new AppError("request_in_progress");
  return claimed.lease;
}

const given = (name: keyof KeyedRequest | "twin" | "kept") => sql`${sql.placeholder(name)}`;

const claimKey = prepared<KeyedRequest & { twin: string }, { lease: string }[]>((build) => {
  const claim = build
    .select({
      userId: sql`${given("userId")}::uuid`.as("user_id"),
      key: sql`${given("key")}::text`.as("key"),
      operation: sql`${given("operation")}::text`.as("operation"),
      requestHash: sql`${given("requestHash")}::text`.as("request_hash"),
      results: sql`'{}'::bytea[]`.as("results"),
      runningUntil: leaseEnd.as("running_until"),
      status: sql`null::int`.as("status"),
      body: sql`null::text`.as("body"),
      createdAt: sql`now()`.as("created_at"),
    })
    .from(sql`(select 1) as once`)
    .where(sql`pg_try_advisory_xact_lock(hashtextextended(${given("twin")}::text, 0))`);
  return build
    .insert(idempotencyKeys)
    .select(claim)
    .onConflictDoNothing()
    .returning({ lease: sql<string>`${idempotencyKeys.runningUntil}::text` })
    .prepare("claim_keyed_request");
});

/** Keeps what the work returned, to be committed with it. */
export async function keepResult(tx: Tx, { userId, key }: KeyedRequest, kept: Kept): Promise<void> {
  await setResult(tx, { userId, key, kept: serialize(kept) });
}

const setResult = prepared<{ userId: string; key: string; kept: Buffer }, unknown>((build) =>
  build
    .update(idempotencyKeys)
    .set({ results: sql`array[${given("kept")}::bytea]` })
    .where(and(eq(idempotencyKeys.userId, given("userId")), eq(idempotencyKeys.key, given("key"))))
    .prepare("keep_result_of_keyed_request"),
);

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
