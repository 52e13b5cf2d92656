import { and, eq, inArray, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Tx } from "@/lib/db/client";
import { pgErrorOf } from "@/lib/db/pg-error";
import { tickets } from "@/lib/db/schema/tickets";
import type { Actor } from "@/lib/kernel/actor";
import { testDatabase } from "@/lib/testing/database";
import { aGate } from "@/lib/testing/gate";
import { race } from "@/lib/testing/race";
import { lockRowsOf } from "@/lib/testing/row-locks";
import { readHolders, readTickets } from "@/lib/testing/seat-record";
import { aFan, aSchedule } from "@/lib/testing/world";
import { holdSeats } from "./hold-seats";
import { judgeSeats, lookAtSeats, lookUnlined } from "./lock-seats";

const db = testDatabase();

const fans = (count: number) => Promise.all(Array.from({ length: count }, () => aFan(db)));

/** What holding would be without a lock: look, then write. */
async function checkThenHold(actor: Actor, scheduleId: string): Promise<void> {
  const seat = eq(tickets.scheduleId, scheduleId);
  const [ticket] = await db.select().from(tickets).where(seat);
  if (ticket?.status !== "available") throw new Error("taken");
  const heldUntil = sql`clock_timestamp() + interval '2 minutes'`;
  await db
    .update(tickets)
    .set({ status: "held", heldBy: actor.userId, holdToken: 1, heldSince: sql`clock_timestamp()`, heldUntil })
    .where(seat);
}

describe("one seat", () => {
  it.each([5, 100])("goes to exactly one of %i fans who want it at once", async (count) => {
    const { scheduleId, seatIndexes } = await aSchedule(db, { seatCount: 1 });
    const crowd = await fans(count);

    const { won, lost } = await race(crowd.map((fan) => () => holdSeats(db, fan, { scheduleId, seatIndexes })));

    expect(won).toHaveLength(1);
    expect(lost).toHaveLength(count - 1);
    for (const reason of lost) expect(reason).toMatchObject({ code: "seat_unavailable", details: { seatIndexes } });
  });

  // Negative control: if this stops giving the seat twice, the race above has stopped testing anything.
  it.each([5, 100])("goes to several of %i fans when the row lock is left out", async (count) => {
    const { scheduleId } = await aSchedule(db, { seatCount: 1 });
    const crowd = await fans(count);

    const { won } = await race(crowd.map((fan) => () => checkThenHold(fan, scheduleId)));

    expect(won.length).toBeGreaterThan(1);
  });
});

describe("overlapping seats", () => {
  const lockOnly = (actor: Actor, scheduleId: string, seatIndexes: number[]) => () =>
    db.transaction(async (tx) => {
      const request = { scheduleId, seatIndexes };
      await judgeSeats(tx, actor, request, await lookAtSeats(tx, actor, request));
    });

  it("go to one fan whole, and to the others not at all, whichever order they are named in", async () => {
    const { scheduleId, seatIndexes } = await aSchedule(db, { seatCount: 4 });
    const reversed = [...seatIndexes].reverse();
    const crowd = await fans(40);

    const { won, lost } = await race(
      crowd.map(
        (fan, index) => () => holdSeats(db, fan, { scheduleId, seatIndexes: index % 2 ? seatIndexes : reversed }),
      ),
    );

    expect(won).toHaveLength(1);
    for (const reason of lost) expect(reason).toMatchObject({ code: "seat_unavailable" });
    expect(new Set(await readHolders(db, scheduleId)).size).toBe(1);
  });

  it("go whole or not at all to fans whose wishes overlap in a ring", async () => {
    const { scheduleId } = await aSchedule(db, { seatCount: 8 });
    const crowd = await fans(32);

    await race(
      crowd.map((fan, index) => () => {
        const pair = [index % 8, (index + 1) % 8];
        return holdSeats(db, fan, { scheduleId, seatIndexes: index % 2 ? pair : pair.reverse() });
      }),
    );

    const holders = await readHolders(db, scheduleId);
    for (const fan of crowd) expect([0, 2]).toContain(holders.filter((holder) => holder === fan.userId).length);
  });

  // Without retries, so that a deadlock could not hide behind one.
  it("never deadlock", async () => {
    const { scheduleId, seatIndexes } = await aSchedule(db, { seatCount: 4 });
    const reversed = [...seatIndexes].reverse();
    const crowd = await fans(200);

    const { won, lost } = await race(
      crowd.map((fan, index) => lockOnly(fan, scheduleId, index % 2 ? seatIndexes : reversed)),
    );

    expect(lost).toEqual([]);
    expect(won).toHaveLength(200);
  });

  // Negative control: each takes the seat that it names first, and then waits for the other's.
  it("deadlock when they are locked in the order they are named in", async () => {
    const { scheduleId } = await aSchedule(db, { seatCount: 2 });
    const lockOne = (tx: Tx, seatIndex: number) =>
      tx
        .select()
        .from(tickets)
        .where(and(eq(tickets.scheduleId, scheduleId), eq(tickets.seatIndex, seatIndex)))
        .for("update");
    const ready = [aGate(), aGate()] as const;
    const lockInTurn = (first: 0 | 1, second: 0 | 1) =>
      db.transaction(async (tx) => {
        await lockOne(tx, first);
        ready[first].open();
        await ready[second].opened;
        await lockOne(tx, second);
      });

    const { won, lost } = await race([() => lockInTurn(0, 1), () => lockInTurn(1, 0)]);

    expect(won).toHaveLength(1);
    expect(lost.map((reason) => pgErrorOf(reason)?.code)).toEqual(["40P01"]);
  });
});

describe("a hold that ends while another fan waits for its row lock", () => {
  async function aHoldWatchedByAStranger() {
    const { scheduleId, seatIndexes } = await aSchedule(db, { seatCount: 1 });
    await holdSeats(db, await aFan(db), { scheduleId, seatIndexes });
    const stranger = await lockRowsOf(db, { scheduleId, seatIndexes });
    return { scheduleId, seatIndexes, stranger };
  }

  it("is free when the wait is over", async () => {
    const { scheduleId, seatIndexes, stranger } = await aHoldWatchedByAStranger();
    const next = await aFan(db);

    const waiting = holdSeats(db, next, { scheduleId, seatIndexes });
    await stranger.untilWaiting(1);
    await stranger.releaseAsHoldsEnd();

    await waiting;
    expect(await readHolders(db, scheduleId)).toEqual([next.userId]);
  });

  // Negative control: now() still shows the beginning of the transaction, when the hold was alive.
  it("still looks alive to now()", async () => {
    const { scheduleId, stranger } = await aHoldWatchedByAStranger();

    const waiting = db.transaction(async (tx) => {
      const seat = eq(tickets.scheduleId, scheduleId);
      await tx.select().from(tickets).where(seat).for("update");
      const isFree = (clock: "now()" | "clock_timestamp()") => sql<boolean>`${tickets.heldUntil} <= ${sql.raw(clock)}`;
      return tx
        .select({ byNow: isFree("now()"), byClock: isFree("clock_timestamp()") })
        .from(tickets)
        .where(seat);
    });
    await stranger.untilWaiting(1);
    await stranger.releaseAsHoldsEnd();

    expect(await waiting).toEqual([{ byNow: false, byClock: true }]);
  });
});

describe("one fan in many tabs", () => {
  it("cannot hold more than the schedule allows one person", async () => {
    const { scheduleId, seatIndexes } = await aSchedule(db, { seatCount: 20, seatsPerUserMax: 4 });
    const fan = await aFan(db);

    const { won, lost } = await race(
      seatIndexes.map((seatIndex) => () => holdSeats(db, fan, { scheduleId, seatIndexes: [seatIndex] })),
    );

    expect(won).toHaveLength(4);
    for (const reason of lost) expect(reason).toMatchObject({ code: "seat_limit_exceeded", details: { max: 4 } });
    expect((await readHolders(db, scheduleId)).filter(Boolean)).toHaveLength(4);
  });

  it("ends up with one hold of one token and one end", async () => {
    const { scheduleId, seatIndexes } = await aSchedule(db, { seatCount: 4 });
    const fan = await aFan(db);

    await race(seatIndexes.map((seatIndex) => () => holdSeats(db, fan, { scheduleId, seatIndexes: [seatIndex] })));

    const held = await readTickets(db, scheduleId);
    expect(new Set(held.map((ticket) => ticket.holdToken)).size).toBe(1);
    expect(new Set(held.map((ticket) => ticket.heldUntil?.getTime())).size).toBe(1);
  });

  // Negative control: all have counted before any has written, as tabs may when nothing lines them up.
  it("goes over the limit when its requests are not lined up", async () => {
    const { scheduleId, seatIndexes } = await aSchedule(db, { seatCount: 8, seatsPerUserMax: 4 });
    const fan = await aFan(db);
    const allHaveCounted = aGate();
    let counted = 0;
    const holdWithoutLining = (seatIndex: number) => () =>
      db.transaction(async (tx) => {
        const request = { scheduleId, seatIndexes: [seatIndex] };
        const look = await lookUnlined(tx, fan, request);
        const { requested, freshToken, now } = await judgeSeats(tx, fan, request, look);
        counted += 1;
        if (counted === seatIndexes.length) allHaveCounted.open();
        await allHaveCounted.opened;
        const heldUntil = new Date(now.getTime() + 60_000);
        const ids = requested.map((ticket) => ticket.id);
        await tx
          .update(tickets)
          .set({ status: "held", heldBy: fan.userId, holdToken: freshToken, heldSince: now, heldUntil })
          .where(inArray(tickets.id, ids));
      });

    await race(seatIndexes.map(holdWithoutLining));

    expect((await readHolders(db, scheduleId)).filter(Boolean)).toHaveLength(8);
  });
});
