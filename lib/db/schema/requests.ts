import { index, jsonb, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";

/**
 * First answers, kept 24 h. A key is claimed by a unique insert in the same transaction as the work,
 * so that the work and the memory of it commit together or not at all.
 */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    userId: uuid().notNull(),
    key: text().notNull(),
    operation: text().notNull(),
    /** SHA-256 of the validated input: the same key with another body is refused. */
    requestHash: text().notNull(),
    response: jsonb().$type<unknown>(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.key] }),
    // The sweeper forgets answers older than a day.
    index("idempotency_keys_created_idx").on(t.createdAt),
  ],
);
