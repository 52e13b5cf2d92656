import { eq, sql } from "drizzle-orm";
import { describe, expect, inject, it, onTestFinished, vi } from "vitest";
import { AppError } from "@/lib/kernel/errors";
import { testDatabase } from "@/lib/testing/database";
import { aGate } from "@/lib/testing/gate";
import { lockRowsOf } from "@/lib/testing/row-locks";
import { readHolders } from "@/lib/testing/seat-record";
import { aFan, aSchedule } from "@/lib/testing/world";
import { openDatabase, type Reader, type Tx } from "./client";
import { clockMs, readClock } from "./clock";
import { users } from "./schema/accounts";
import { tickets } from "./schema/tickets";
import { withTransaction } from "./transaction";

const db = testDatabase();

const rename = (tx: Tx, userId: string, name: string) => tx.update(users).set({ name }).where(eq(users.id, userId));
const nameOf = async (userId: string) =>
  (await db.select({ name: users.name }).from(users).where(eq(users.id, userId)))[0]?.name;

describe("withTransaction", () => {
  it("commits what was returned, and nothing of what was thrown", async () => {
    const { userId } = await aFan(db);

    await withTransaction(db, (tx) => rename(tx, userId, "Returned"));
    const thrown = withTransaction(db, async (tx) => {
      await rename(tx, userId, "Thrown");
      throw new AppError("seat_unavailable");
    });

    await expect(thrown).rejects.toMatchObject({ code: "seat_unavailable" });
    expect(await nameOf(userId)).toBe("Returned");
  });

  it("runs the loser of a deadlock again", async () => {
    const [one, two] = [(await aFan(db)).userId, (await aFan(db)).userId];
    const held = { [one]: aGate(), [two]: aGate() };
    const attempts = vi.fn();
    const renameBoth = (first: string, second: string) =>
      withTransaction(db, async (tx) => {
        attempts();
        await rename(tx, first, "Renamed");
        held[first]?.open();
        await held[second]?.opened;
        await rename(tx, second, "Renamed");
      });

    await Promise.all([renameBoth(one, two), renameBoth(two, one)]);

    expect(attempts).toHaveBeenCalledTimes(3);
    expect([await nameOf(one), await nameOf(two)]).toEqual(["Renamed", "Renamed"]);
  });

  it("gives up after three attempts, and says that it is busy", async () => {
    const work = vi.fn(() => Promise.reject(Object.assign(new Error("serialization"), { code: "40001" })));

    await expect(withTransaction(db, work)).rejects.toMatchObject({ code: "busy" });

    expect(work).toHaveBeenCalledTimes(3);
  });

  it("says that it is busy when a row stays locked for three seconds", async () => {
    const { scheduleId, seatIndexes } = await aSchedule(db, { seatCount: 1 });
    const stranger = await lockRowsOf(db, { scheduleId, seatIndexes });
    const startedAt = performance.now();

    const waiting = withTransaction(db, (tx) =>
      tx.select().from(tickets).where(eq(tickets.scheduleId, scheduleId)).for("update"),
    );

    await expect(waiting).rejects.toMatchObject({ code: "busy" });
    expect(performance.now() - startedAt).toBeGreaterThan(2_900);
    await stranger.release();
  });

  it("writes nothing when its connection is cut between the write and the commit, and works again at once", async () => {
    const { scheduleId } = await aSchedule(db, { seatCount: 1 });
    const { userId } = await aFan(db);
    const holdThen = (after: (tx: Tx) => Promise<unknown>) =>
      withTransaction(db, async (tx) => {
        const heldUntil = new Date(Date.now() + 60_000);
        const hold = { status: "held", heldBy: userId, holdToken: 1, heldSince: new Date(), heldUntil } as const;
        await tx.update(tickets).set(hold).where(eq(tickets.scheduleId, scheduleId));
        await after(tx);
      });

    const cut = holdThen((tx) => tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`));

    await expect(cut).rejects.toMatchObject({ code: "read_only" });
    expect(await readHolders(db, scheduleId)).toEqual([null]);
    await holdThen(async () => {});
    expect(await readHolders(db, scheduleId)).toEqual([userId]);
  });

  it("says that sales are paused when there is no database", async () => {
    const nowhere = openDatabase("postgres://nobody@127.0.0.1:1/none", { poolMax: 1, name: "rowlock-test" });
    onTestFinished(() => nowhere.$client.end());

    await expect(withTransaction(nowhere, async () => {})).rejects.toMatchObject({ code: "read_only" });
  });

  // Guards the patch of the driver: at the depth of its pipeline it sent BEGIN without keeping the connection.
  it("has its connection to itself, however many queries were waiting there", async () => {
    const narrow = openDatabase(inject("databaseUrl"), { poolMax: 1, name: "rowlock-test" });
    onTestFinished(() => narrow.$client.end());

    for (let waiting = 96; waiting <= 104; waiting++) {
      const queries = Array.from({ length: waiting }, async () => narrow.execute(sql`select 1`));
      const transactionId = async (where: Reader) =>
        (await where.execute<{ id: string }>(sql`select pg_current_xact_id()::text as id`))[0]?.id;

      // A few turns of the microtask queue, so that the queries reach the connection before BEGIN does.
      for (let turn = 0; turn < 50; turn++) await null;

      const { inside, outside } = await withTransaction(narrow, async (tx) => {
        const first = await transactionId(tx);
        const stranger = transactionId(narrow);
        return { inside: [first, await transactionId(tx)], outside: [stranger] };
      });

      await Promise.all(queries);
      expect(inside[1]).toBe(inside[0]);
      expect(await outside[0]).not.toBe(inside[0]);
    }
  });

  it("leaves a fault of ours as it is", async () => {
    await expect(withTransaction(db, (tx) => tx.execute(sql`select nonsense`))).rejects.toMatchObject({
      cause: { code: "42703" },
    });
  });
});

describe("the database's clock", () => {
  it("moves on within a transaction, where now() stands still", async () => {
    const { first, second, stood } = await db.transaction(async (tx) => {
      const now = sql<string>`now()::text`;
      const before = await tx.select({ now, at: clockMs }).from(sql`(select 1) as one`);
      await tx.execute(sql`select pg_sleep(0.01)`);
      const after = await tx.select({ now }).from(sql`(select 1) as one`);
      return { first: before[0]?.at ?? 0, second: await readClock(tx), stood: before[0]?.now === after[0]?.now };
    });

    expect(second.getTime()).toBeGreaterThanOrEqual(first + 10);
    expect(stood).toBe(true);
  });
});
