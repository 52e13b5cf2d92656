import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/lib/db/client";
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
  const { userId, type, amount } = entry;
  assert(amount !== 0, "a ledger entry moves points");

  const balance = await lockBalance(tx, userId);
  if (balance + amount < 0) throw new AppError("insufficient_points", { balance, missing: -(balance + amount) });
  if (type === "charge" && balance + amount > settings.pointBalanceMax) {
    throw new AppError("point_limit_exceeded", { balance, max: settings.pointBalanceMax });
  }

  // Adds to what is there and checks once more, so that points are safe even if the lock above were lost.
  const [account] = await tx
    .update(pointAccounts)
    .set({ balance: sql`${pointAccounts.balance} + ${amount}` })
    .where(and(eq(pointAccounts.userId, userId), sql`${pointAccounts.balance} + ${amount} >= 0`))
    .returning({ balance: pointAccounts.balance });
  assert(account, "a locked account with enough points takes the entry");

  await tx.insert(pointHistories).values({
    userId,
    type,
    amount,
    balanceAfter: account.balance,
    bookingId: entry.bookingId ?? null,
    chargeId: entry.chargeId ?? null,
    createdAt: sql`clock_timestamp()`,
  });
  return account;
}

/** Locks the account, opening it for a fan who never had points. */
async function lockBalance(tx: Tx, userId: string): Promise<number> {
  const lock = () =>
    tx
      .select({ balance: pointAccounts.balance })
      .from(pointAccounts)
      .where(eq(pointAccounts.userId, userId))
      .for("update");
  const [account] = await lock();
  if (account) return account.balance;

  await tx.insert(pointAccounts).values({ userId }).onConflictDoNothing();
  const [opened] = await lock();
  assert(opened, "an account that was just opened is there");
  return opened.balance;
}
