import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { audit } from "@/lib/audit/audit";
import { users } from "@/lib/db/schema/accounts";
import { pointAccounts, pointHistories } from "@/lib/db/schema/points";
import { withTransaction } from "@/lib/db/transaction";
import type { Actor } from "@/lib/kernel/actor";
import { settings } from "@/lib/settings";
import { testDatabase } from "@/lib/testing/database";
import { aGate } from "@/lib/testing/gate";
import { race } from "@/lib/testing/race";
import { scratchDatabase } from "@/lib/testing/scratch-database";
import { aFan } from "@/lib/testing/world";
import { type PointEntry, postPoints } from "./post-points";
import { findBalance } from "./queries";

const db = testDatabase();
const scratch = await scratchDatabase();

const post = (fan: Actor, entry: Pick<PointEntry, "type" | "amount">) =>
  withTransaction(db, (tx) => postPoints(tx, { userId: fan.userId, ...entry }));
const spend = (fan: Actor, points: number) => post(fan, { type: "use", amount: -points });

describe("postPoints", () => {
  it("spends 6,000 of 10,000 points and refuses the 5,000 that are asked for meanwhile", async () => {
    const fan = await aFan(db, { points: 10_000 });
    const [sixIsPosted, fiveMayGoOn] = [aGate(), aGate()];
    const six = withTransaction(db, async (tx) => {
      const posted = await postPoints(tx, { userId: fan.userId, type: "use", amount: -6_000 });
      sixIsPosted.open();
      await fiveMayGoOn.opened;
      return posted;
    });
    await sixIsPosted.opened;

    const five = spend(fan, 5_000);
    fiveMayGoOn.open();

    await expect(five).rejects.toMatchObject({
      code: "insufficient_points",
      details: { balance: 4_000, missing: 1_000 },
    });
    expect(await six).toEqual({ balance: 4_000 });
    expect(await findBalance(db, fan)).toBe(4_000);
    expect(await audit(db, { userIds: [fan.userId] })).toEqual([]);
  });

  // Negative control: if this stops losing money, the test above has stopped testing anything.
  it("loses track of the points when they are read first and written later", async () => {
    const fan = await aFan(scratch, { points: 10_000 });
    const mine = eq(pointAccounts.userId, fan.userId);
    const bothHaveRead = aGate();
    let readers = 0;
    const readThenWrite = async (points: number) => {
      const balance = await findBalance(scratch, fan);
      if (balance < points) throw new Error("too few points");
      readers += 1;
      if (readers === 2) bothHaveRead.open();
      await bothHaveRead.opened;
      await scratch
        .update(pointAccounts)
        .set({ balance: balance - points })
        .where(mine);
    };

    const { won } = await race([() => readThenWrite(6_000), () => readThenWrite(5_000)]);

    expect(won).toHaveLength(2);
    expect(await findBalance(scratch, fan)).toBeGreaterThanOrEqual(4_000);
    expect(await audit(scratch, { userIds: [fan.userId] })).toMatchObject([{ rule: "balance_differs_from_history" }]);
  });

  it("never goes below zero, however many spend at once", async () => {
    const fan = await aFan(db, { points: 10_000 });

    const { won, lost } = await race(Array.from({ length: 30 }, () => () => spend(fan, 1_000)));

    expect(won).toHaveLength(10);
    for (const reason of lost) expect(reason).toMatchObject({ code: "insufficient_points" });
    expect(await findBalance(db, fan)).toBe(0);
    expect(await audit(db, { userIds: [fan.userId] })).toEqual([]);
  });

  it("opens an account for a fan who never had points, once", async () => {
    const fan: Actor = { userId: crypto.randomUUID(), role: "fan" };
    await db.insert(users).values({ id: fan.userId, email: `${fan.userId}@rowlock.test`, name: "New Fan" });

    const { lost } = await race(Array.from({ length: 5 }, () => () => post(fan, { type: "charge", amount: 1_000 })));

    expect(lost).toEqual([]);
    expect(await findBalance(db, fan)).toBe(5_000);
    expect(await audit(db, { userIds: [fan.userId] })).toEqual([]);
  });

  it("refuses a charge above the limit, but never a refund", async () => {
    const fan = await aFan(db, { points: settings.pointBalanceMax });

    const tooMuch = post(fan, { type: "charge", amount: 1_000 });
    await expect(tooMuch).rejects.toMatchObject({ code: "point_limit_exceeded" });
    await post(fan, { type: "refund", amount: 1_000 });

    expect(await findBalance(db, fan)).toBe(settings.pointBalanceMax + 1_000);
  });

  it("writes a ledger that nobody can change", async () => {
    const fan = await aFan(db, { points: 10_000 });
    const mine = eq(pointHistories.userId, fan.userId);
    const refusal = { cause: { code: "23001", message: "point_histories is append-only" } };

    await expect(db.update(pointHistories).set({ amount: 1 }).where(mine)).rejects.toMatchObject(refusal);
    await expect(db.delete(pointHistories).where(mine)).rejects.toMatchObject(refusal);
  });
});
