import { and, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/lib/db/client";
import { bookings } from "@/lib/db/schema/bookings";
import { type PointEntryType, pointAccounts, pointHistories } from "@/lib/db/schema/points";
import type { Actor } from "@/lib/kernel/actor";
import { AppError } from "@/lib/kernel/errors";
import type { ListPointHistoryInput } from "./schema";

export type PointHistoryItem = {
  id: number;
  type: PointEntryType;
  /** Signed, in points. */
  amount: number;
  balanceAfter: number;
  bookingId: string | null;
  bookingNumber: string | null;
  createdAt: Date;
};

export type PointHistoryPage = { items: PointHistoryItem[]; nextCursor: string | null };

/** The fan's balance, in points; 0 for a fan who never had any. */
export async function findBalance(db: Reader, actor: Actor): Promise<number> {
  const [account] = await db
    .select({ balance: pointAccounts.balance })
    .from(pointAccounts)
    .where(eq(pointAccounts.userId, actor.userId));
  return account?.balance ?? 0;
}

/**
 * One page of the fan's own ledger, newest first. `from` counts and `to` does not; both are instants.
 *
 * @throws AppError `invalid_input` for a cursor that is none of ours.
 */
export async function listPointHistory(
  db: Reader,
  actor: Actor,
  input: ListPointHistoryInput,
): Promise<PointHistoryPage> {
  const wanted: (SQL | undefined)[] = [
    eq(pointHistories.userId, actor.userId),
    input.type && eq(pointHistories.type, input.type),
    input.from && gte(pointHistories.createdAt, input.from),
    input.to && lt(pointHistories.createdAt, input.to),
    input.cursor === undefined ? undefined : isOlderThan(input.cursor),
  ];
  const rows = await db
    .select({
      id: pointHistories.id,
      type: pointHistories.type,
      amount: pointHistories.amount,
      balanceAfter: pointHistories.balanceAfter,
      bookingId: pointHistories.bookingId,
      bookingNumber: bookings.number,
      createdAt: pointHistories.createdAt,
      // A Date would round to milliseconds and lose its place among entries of the same one.
      createdMicros: sql<string>`(extract(epoch from ${pointHistories.createdAt}) * 1000000)::bigint::text`,
    })
    .from(pointHistories)
    .leftJoin(bookings, eq(bookings.id, pointHistories.bookingId))
    .where(and(...wanted))
    .orderBy(desc(pointHistories.createdAt), desc(pointHistories.id))
    .limit(input.limit + 1);

  const items = rows.slice(0, input.limit);
  const last = items.at(-1);
  return {
    items: items.map(({ createdMicros: _, ...item }) => item),
    nextCursor: rows.length > input.limit && last ? `${last.createdMicros}-${last.id}` : null,
  };
}

function isOlderThan(cursor: string): SQL {
  const [, micros, id] = /^(\d{1,16})-(\d{1,15})$/.exec(cursor) ?? [];
  if (micros === undefined || id === undefined)
    throw new AppError("invalid_input", { fields: { cursor: ["unknown_cursor"] } });
  const createdAt = sql`(timestamptz 'epoch' + ${micros}::bigint * interval '1 microsecond')`;
  return sql`(${pointHistories.createdAt}, ${pointHistories.id}) < (${createdAt}, ${id}::bigint)`;
}
