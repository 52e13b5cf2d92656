import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { API_SCOPES, ROLES } from "@/lib/kernel/actor";

/** A person. `passwordHash` is argon2id, and null for people who only sign in through a provider. */
export const users = pgTable(
  "users",
  {
    id: uuid().primaryKey(),
    email: text().notNull(),
    name: text().notNull(),
    passwordHash: text(),
    role: text({ enum: ROLES }).notNull().default("fan"),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    // Sign-in looks people up by address; addresses are stored as typed and compared without case.
    uniqueIndex("users_email_unique").on(sql`lower(${t.email})`),
    check("users_role_known", sql`role in ('fan', 'viewer', 'box_office', 'manager', 'owner')`),
    check("users_email_is_address", sql`email like '%_@_%'`),
  ],
);

/** A sign-in at Google, Kakao or Naver that belongs to a person. */
export const providerAccounts = pgTable(
  "provider_accounts",
  {
    provider: text().notNull(),
    providerAccountId: text().notNull(),
    userId: uuid().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.provider, t.providerAccountId] }),
    foreignKey({ columns: [t.userId], foreignColumns: [users.id], name: "provider_accounts_user_fk" }),
    index("provider_accounts_user_idx").on(t.userId),
  ],
);

/**
 * A person's own key to the API. Of the key itself only a digest is kept: it is 256 random bits, so that
 * nobody guesses it and a slow hash would add nothing.
 */
export const apiKeys = pgTable(
  "api_keys",
  {
    id: uuid().primaryKey(),
    userId: uuid().notNull(),
    name: text().notNull(),
    scopes: text({ enum: API_SCOPES }).array().notNull(),
    /** SHA-256 of the whole key, in hex. */
    keyHash: text().notNull().unique("api_keys_hash_unique"),
    /** The last letters of the key, to tell it from others. */
    hint: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** To the minute. */
    lastUsedAt: timestamp({ withTimezone: true }),
    expiresAt: timestamp({ withTimezone: true }),
    revokedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    foreignKey({ columns: [t.userId], foreignColumns: [users.id], name: "api_keys_user_fk" }),
    index("api_keys_user_created_idx").on(t.userId, t.createdAt.desc()),
    check("api_keys_scopes_known", sql`scopes <@ array['read', 'buy', 'points'] and cardinality(scopes) > 0`),
  ],
);
