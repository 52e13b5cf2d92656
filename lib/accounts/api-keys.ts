import { createHash, randomBytes } from "node:crypto";
import { and, count, desc, eq, isNull, or, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Db, Reader } from "@/lib/db/client";
import { apiKeys, users } from "@/lib/db/schema/accounts";
import { withTransaction } from "@/lib/db/transaction";
import type { Actor, ApiScope } from "@/lib/kernel/actor";
import { AppError } from "@/lib/kernel/errors";
import { API_KEYS_MAX, type CreateApiKeyInput, type RevokeApiKeyInput } from "./api-key-schema";

/** Tells a key from a token, and a scanner for leaked secrets what it has found. */
export const API_KEY_PREFIX = "rlk_";
const KEY_BYTES = 32;
const HINT_LENGTH = 4;

/** A key as its person may see it afterwards. */
export type ApiKey = {
  id: string;
  name: string;
  scopes: ApiScope[];
  /** The last letters of the key. */
  hint: string;
  createdAt: Date;
  /** To the minute. */
  lastUsedAt: Date | null;
  expiresAt: Date | null;
};

const columns = {
  id: apiKeys.id,
  name: apiKeys.name,
  scopes: apiKeys.scopes,
  hint: apiKeys.hint,
  createdAt: apiKeys.createdAt,
  lastUsedAt: apiKeys.lastUsedAt,
  expiresAt: apiKeys.expiresAt,
};

const isGood = and(
  isNull(apiKeys.revokedAt),
  or(isNull(apiKeys.expiresAt), sql`${apiKeys.expiresAt} > clock_timestamp()`),
);

/**
 * Makes a key. `key` is told now and never again: only its digest is kept.
 *
 * @throws AppError `api_key_limit_exceeded` when the person has twenty good keys. Not retryable.
 * @throws AppError `busy`, `read_only` as `withTransaction`. A retry may make a second key.
 */
export async function createApiKey(
  db: Db,
  actor: Actor,
  { name, scopes, expiresInDays }: CreateApiKeyInput,
): Promise<ApiKey & { key: string }> {
  const key = API_KEY_PREFIX + randomBytes(KEY_BYTES).toString("base64url");
  const expiresAt = expiresInDays === null ? null : sql`clock_timestamp() + ${expiresInDays}::int * interval '1 day'`;
  const made = await withTransaction(db, async (tx) => {
    // Whoever makes two keys at once makes them one after the other, so that both are counted.
    await tx.select({ id: users.id }).from(users).where(eq(users.id, actor.userId)).for("no key update");
    const [good] = await tx
      .select({ count: count() })
      .from(apiKeys)
      .where(and(eq(apiKeys.userId, actor.userId), isGood));
    if ((good?.count ?? 0) >= API_KEYS_MAX) throw new AppError("api_key_limit_exceeded", { max: API_KEYS_MAX });
    const row = {
      id: uuidv7(),
      userId: actor.userId,
      name,
      scopes,
      keyHash: digestOf(key),
      hint: key.slice(-HINT_LENGTH),
    };
    const [inserted] = await tx
      .insert(apiKeys)
      .values({ ...row, expiresAt })
      .returning(columns);
    return inserted;
  });
  if (!made) throw new Error("A key that was inserted is returned");
  return { ...made, key };
}

/** The person's keys that are not revoked, newest first; those that have run out say so by `expiresAt`. */
export async function listApiKeys(db: Reader, actor: Actor): Promise<ApiKey[]> {
  return db
    .select(columns)
    .from(apiKeys)
    .where(and(eq(apiKeys.userId, actor.userId), isNull(apiKeys.revokedAt)))
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id));
}

/**
 * Ends a key at once and for ever. Safe to repeat.
 * @throws AppError `not_found` when the person has no such key.
 */
export async function revokeApiKey(db: Db, actor: Actor, { keyId }: RevokeApiKeyInput): Promise<void> {
  const revoked = await withTransaction(db, (tx) =>
    tx
      .update(apiKeys)
      .set({ revokedAt: sql`coalesce(${apiKeys.revokedAt}, clock_timestamp())` })
      .where(and(eq(apiKeys.id, keyId), eq(apiKeys.userId, actor.userId)))
      .returning({ id: apiKeys.id }),
  );
  if (revoked.length === 0) throw new AppError("not_found");
}

/**
 * Whom a key stands for, in the role that the person has now, and what it may do. Notes that it was used.
 * @throws AppError `invalid_token` when there is no such key, or it is revoked or has run out. Not retryable.
 */
export async function readApiKey(db: Db, key: string): Promise<{ actor: Actor; scopes: readonly ApiScope[] }> {
  const [found] = await db
    .select({
      id: apiKeys.id,
      scopes: apiKeys.scopes,
      userId: users.id,
      role: users.role,
      isNoted: sql<boolean>`coalesce(${apiKeys.lastUsedAt} > now() - interval '1 minute', false)`,
    })
    .from(apiKeys)
    .innerJoin(users, eq(users.id, apiKeys.userId))
    .where(and(eq(apiKeys.keyHash, digestOf(key)), isGood));
  if (!found) throw new AppError("invalid_token");
  if (!found.isNoted) await db.update(apiKeys).set({ lastUsedAt: sql`now()` }).where(eq(apiKeys.id, found.id));
  return { actor: { userId: found.userId, role: found.role }, scopes: found.scopes };
}

const digestOf = (key: string) => createHash("sha256").update(key).digest("hex");
