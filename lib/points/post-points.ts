import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/lib/db/client";
import { type Builder, prepared } from "@/lib/db/prepared";
import { type PointEntryType, pointAccounts, pointHistories } from "@/lib/db/schema/points";
import { assert } from "@/lib/kernel/assert";
import { AppError } from "@/lib/kernel/errors";
import { settings } from "@/lib/settings";

export type PointEntry = {
  userId: string;
  type: PointEntryType;
  /** Signed, in points; never 0. */
  amount: number;
  bookingId?: string;
  chargeId?: string;
};

/**
 * Moves points and writes the ledger entry that explains it, both or neither, as a part of `tx`.
 * The account stays locked until `tx` ends, so it comes last in the lock order.
 *
 * A refund is always taken back, even above the limit: the points were the fan's before.
 *
 * @returns the balance afterwards, in points.
 * @throws AppError `insufficient_points` with `balance` and `missing`, in points. Nothing was moved.
 * @throws AppError `point_limit_exceeded` with `balance` and `max` when a charge would go past it. Nothing was moved.
 */
export async function postPoints(tx: Tx, entry: PointEntry): Promise<{ balance: number }> {
  const balance = await lockBalance(tx, entry.userId);
  assertBalanceTakes(balance, entry);
  return movePoints(tx, balance, entry);
}

/** @throws AppError as `postPoints` does. */
export function assertBalanceTakes(balance: number, { type, amount }: PointEntry): void {
  if (balance + amount < 0) throw new AppError("insufficient_points", { balance, missing: -(balance + amount) });
  if (type === "charge" && balance + amount > settings.pointBalanceMax) {
    throw new AppError("point_limit_exceeded", { balance, max: settings.pointBalanceMax });
  }
}

/** The second half of `postPoints`, in one burst, for whoever has locked the balance and found that it takes the entry. */
async function movePoints(tx: Tx, balance: number, entry: PointEntry): Promise<{ balance: number }> {
  const { userId, type, amount, bookingId = null, chargeId = null } = entry;
  assert(amount !== 0, "a ledger entry moves points");
  const balanceAfter = balance + amount;
  const [[account]] = await Promise.all([
    addToBalance(tx, { userId, amount }),
    insertEntry(tx, { userId, type, amount, balanceAfter, bookingId, chargeId }),
  ]);
  assert(account?.balance === balanceAfter, "a locked account with enough points takes the entry");
  return account;
}

/** Locks the account, opening it for a fan who never had points. Last in the lock order. */
export async function lockBalance(tx: Tx, userId: string): Promise<number> {
  const [account] = await lockAccount(tx, { userId });
  if (account) return account.balance;

  await tx.insert(pointAccounts).values({ userId }).onConflictDoNothing();
  const [opened] = await lockAccount(tx, { userId });
  assert(opened, "an account that was just opened is there");
  return opened.balance;
}

type Balance = { balance: number };
const given = (name: string) => sql`${sql.placeholder(name)}`;

const lockAccount = prepared<{ userId: string }, Balance[]>((build) =>
  build
    .select({ balance: pointAccounts.balance })
    .from(pointAccounts)
    .where(eq(pointAccounts.userId, sql.placeholder("userId")))
    .for("update")
    .prepare("lock_points"),
);

/**
 * The statements of `movePoints`, also as parts of a larger one. Their values: `userId`, `amount`; for
 * the entry `type`, `balanceAfter`, `bookingId` and `chargeId`, too.
 *
 * This one adds to what is there and checks once more, so that points are safe even if the lock were lost.
 */
export const addingToBalance = (build: Builder) => {
  const sum = sql`${pointAccounts.balance} + ${given("amount")}::int`;
  return build
    .update(pointAccounts)
    .set({ balance: sum })
    .where(and(eq(pointAccounts.userId, sql.placeholder("userId")), sql`${sum} >= 0`))
    .returning({ balance: pointAccounts.balance });
};

export const insertingEntry = (build: Builder) =>
  build.insert(pointHistories).values({
    userId: given("userId"),
    type: given("type"),
    amount: given("amount"),
    balanceAfter: given("balanceAfter"),
    bookingId: given("bookingId"),
    chargeId: given("chargeId"),
    createdAt: sql`clock_timestamp()`,
  });

const addToBalance = prepared<{ userId: string; amount: number }, Balance[]>((build) =>
  addingToBalance(build).prepare("add_points"),
);

type NewEntry = { [K in "type" | "userId"]: string } & { amount: number; balanceAfter: number } & {
  [K in "bookingId" | "chargeId"]: string | null;
};

const insertEntry = prepared<NewEntry, unknown>((build) => insertingEntry(build).prepare("insert_point_entry"));
