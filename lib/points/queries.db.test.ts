import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { payWithPoints } from "@/lib/bookings/pay-with-points";
import { pointAccounts, pointHistories } from "@/lib/db/schema/points";
import type { Actor } from "@/lib/kernel/actor";
import { testDatabase } from "@/lib/testing/database";
import { aPayment, aPurchase } from "@/lib/testing/payments-world";
import { aFan } from "@/lib/testing/world";
import { findBalance, listPointHistory } from "./queries";
import { ListPointHistoryInput } from "./schema";

const db = testDatabase();
const list = (fan: Actor, input: Record<string, unknown> = {}) =>
  listPointHistory(db, fan, ListPointHistoryInput.parse(input));

/** A fan whose ledger has one entry a minute, the newest last; all of one month. */
async function aLedger(count: number): Promise<Actor> {
  const fan = await aFan(db);
  await db.insert(pointHistories).values(
    Array.from({ length: count }, (_, i) => ({
      userId: fan.userId,
      type: i % 3 === 0 ? ("adjust" as const) : ("charge" as const),
      amount: 1_000,
      balanceAfter: (i + 1) * 1_000,
      createdAt: sql`timestamptz '2026-03-01 00:00:00.123456+00' + ${i} * interval '1 minute'`,
    })),
  );
  await db
    .update(pointAccounts)
    .set({ balance: count * 1_000 })
    .where(eq(pointAccounts.userId, fan.userId));
  return fan;
}

describe("listPointHistory", () => {
  it("pages through every entry once, newest first", async () => {
    const fan = await aLedger(25);
    const seen: number[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await list(fan, { limit: 10, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map((item) => item.balanceAfter));
      cursor = page.nextCursor;
    } while (cursor);

    expect(seen).toEqual(Array.from({ length: 25 }, (_, i) => (25 - i) * 1_000));
  });

  it("neither skips nor repeats entries of the same microsecond", async () => {
    const fan = await aFan(db);
    const createdAt = sql`timestamptz '2026-03-01 00:00:00.123456+00'`;
    const entry = (balanceAfter: number) => ({
      userId: fan.userId,
      type: "charge" as const,
      amount: 1_000,
      balanceAfter,
      createdAt,
    });
    await db.insert(pointHistories).values([entry(1_000), entry(2_000), entry(3_000)]);
    await db.update(pointAccounts).set({ balance: 3_000 }).where(eq(pointAccounts.userId, fan.userId));

    const first = await list(fan, { limit: 1 });
    const second = await list(fan, { limit: 1, cursor: first.nextCursor });
    const third = await list(fan, { limit: 1, cursor: second.nextCursor });

    const seen = [first, second, third].flatMap((page) => page.items.map((item) => item.balanceAfter));
    expect(seen).toEqual([3_000, 2_000, 1_000]);
    expect(third.nextCursor).toBeNull();
  });

  it("keeps to a type and a time; from counts, to does not", async () => {
    const fan = await aLedger(10);

    const adjusted = await list(fan, { type: "adjust" });
    expect(adjusted.items.map((item) => item.balanceAfter)).toEqual([10_000, 7_000, 4_000, 1_000]);
    const between = await list(fan, { from: "2026-03-01T00:02:00Z", to: "2026-03-01T00:04:00Z" });
    expect(between.items.map((item) => item.balanceAfter)).toEqual([4_000, 3_000]);
  });

  it("names the booking that points were spent on", async () => {
    const { fan, booking } = await aPurchase(db, { points: 50_000 });
    await payWithPoints(db, fan, aPayment(booking, { method: "points" }));

    const { items } = await list(fan, { type: "use" });

    expect(items).toMatchObject([{ amount: -20_000, bookingId: booking.id, bookingNumber: booking.number }]);
  });

  it("shows nobody else's ledger, and refuses a cursor it did not make", async () => {
    await aLedger(3);
    const stranger = await aFan(db);

    expect(await list(stranger)).toEqual({ items: [], nextCursor: null });
    await expect(list(stranger, { cursor: "1 or 1=1" })).rejects.toMatchObject({ code: "invalid_input" });
  });
});

describe("findBalance", () => {
  it("is zero for a fan without an account", async () => {
    expect(await findBalance(db, { userId: crypto.randomUUID(), role: "fan" })).toBe(0);
  });
});
