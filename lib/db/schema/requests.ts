import { customType, index, integer, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

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
    /** SHA-256 of the request: the same key with another body is refused. */
    requestHash: text().notNull(),
    /** What was asked for and what came of it, where it must not be done again after a crash; see `onceInTransaction`. */
    results: bytea().array().notNull().default([]),
    /** Until then somebody works on the answer; after it, whoever comes may take over. */
    runningUntil: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** The first answer, word for word; null until it has been given. */
    status: integer(),
    body: text(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.key] }),
    // The sweeper forgets answers older than a day.
    index("idempotency_keys_created_idx").on(t.createdAt),
  ],
);
