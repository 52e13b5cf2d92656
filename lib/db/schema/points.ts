import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { users } from "./accounts";

/** A fan's prepaid balance, in points (1 point = 1 won). Always equals the sum of its history. */
export const pointAccounts = pgTable(
  "point_accounts",
  {
    userId: uuid().primaryKey(),
    balance: integer().notNull().default(0),
  },
  (t) => [
    foreignKey({ columns: [t.userId], foreignColumns: [users.id], name: "point_accounts_user_fk" }),
    check("point_accounts_balance_not_negative", sql`balance >= 0`),
  ],
);

export const POINT_ENTRY_TYPES = ["charge", "use", "refund", "adjust"] as const;
export type PointEntryType = (typeof POINT_ENTRY_TYPES)[number];

/**
 * The append-only ledger: `amount` is signed, `balanceAfter` is the balance once it was applied.
 * Partitioned by month in the migration; a trigger refuses UPDATE and DELETE.
 */
export const pointHistories = pgTable(
  "point_histories",
  {
    id: bigint({ mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    userId: uuid().notNull(),
    type: text({ enum: POINT_ENTRY_TYPES }).notNull(),
    amount: integer().notNull(),
    balanceAfter: integer().notNull(),
    bookingId: uuid(),
    /** The card charge that bought these points, so that the audit can match one with the other. */
    chargeId: uuid(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.createdAt] }),
    foreignKey({ columns: [t.userId], foreignColumns: [pointAccounts.userId], name: "point_histories_account_fk" }),
    // "My points", newest first, by keyset, with and without a type.
    index("point_histories_user_created_idx").on(t.userId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("point_histories_user_type_created_idx").on(
      t.userId,
      t.type,
      t.createdAt.desc().nullsFirst(),
      t.id.desc().nullsFirst(),
    ),
    check("point_histories_type_known", sql`type in ('charge', 'use', 'refund', 'adjust')`),
    check("point_histories_amount_moves", sql`amount <> 0`),
    check("point_histories_balance_not_negative", sql`balance_after >= 0`),
  ],
);

export const POINT_CHARGE_STATUSES = ["processing", "succeeded", "declined", "refund_due", "refunded"] as const;

/** Buying points by card: one charge of the gateway, whose `id` is its idempotency key. */
export const pointCharges = pgTable(
  "point_charges",
  {
    id: uuid().primaryKey(),
    userId: uuid().notNull(),
    amountKrw: integer().notNull(),
    status: text({ enum: POINT_CHARGE_STATUSES }).notNull(),
    gatewayReference: text(),
    reason: text(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    settledAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    foreignKey({ columns: [t.userId], foreignColumns: [users.id], name: "point_charges_user_fk" }),
    index("point_charges_unsettled_idx").on(t.createdAt).where(sql`status in ('processing', 'refund_due')`),
    // The second look at charges that were given up unanswered.
    index("point_charges_unanswered_idx").on(t.settledAt).where(sql`reason = 'no_answer'`),
    check(
      "point_charges_status_known",
      sql`status in ('processing', 'succeeded', 'declined', 'refund_due', 'refunded')`,
    ),
    check("point_charges_amount_positive", sql`amount_krw > 0`),
  ],
);
