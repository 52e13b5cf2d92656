import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { tickets } from "@/lib/db/schema/tickets";
import { guardRedis } from "@/lib/redis/guarded";
import { holdSeatsSafely } from "@/lib/sales/hold";
import { releaseSeatsSafely } from "@/lib/sales/release";
import { holdBriefly } from "@/lib/testing/brief-hold";
import { testDatabase } from "@/lib/testing/database";
import { expireHold } from "@/lib/testing/expire";
import { absentRedis, testRedis } from "@/lib/testing/redis";
import { aRedisServer } from "@/lib/testing/redis-server";
import { aWatchedReader } from "@/lib/testing/watched-reader";
import { aFan, aSchedule } from "@/lib/testing/world";
import { announce, availabilityChanged, readAvailability } from "./availability";
import { holdSeats } from "./hold-seats";

const db = testDatabase();
const redis = testRedis();

/** A database that counts how often it was asked. */
function aCountingReader() {
  const asked = { times: 0 };
  const readDb = aWatchedReader(db, () => {
    asked.times += 1;
  });
  return { asked, readDb };
}

const sequenceOf = (version: string) => Number(version.split(".")[1]);

describe("readAvailability", () => {
  it("says of every seat whether it is available, held, sold or blocked, at the seat's own position", async () => {
    const { scheduleId } = await aSchedule(db, { seatCount: 5 });
    const seat = (seatIndex: number) => and(eq(tickets.scheduleId, scheduleId), eq(tickets.seatIndex, seatIndex));
    await holdSeats(db, await aFan(db), { scheduleId, seatIndexes: [1] });
    await db.update(tickets).set({ status: "sold", bookingId: randomUUID() }).where(seat(2));
    await db.update(tickets).set({ status: "blocked" }).where(seat(3));
    await holdSeats(db, await aFan(db), { scheduleId, seatIndexes: [4] });
    await expireHold(db, { scheduleId, seatIndexes: [4] });

    const availability = await readAvailability({ readDb: db, redis }, scheduleId);

    expect(availability).toMatchObject({ scheduleId, statuses: "01230" });
  });

  it.each([
    ["with Redis", () => redis],
    ["without Redis", () => absentRedis],
  ])("keeps its version while nothing changes, and counts on with any change, %s", async (_, chosenRedis) => {
    const { scheduleId } = await aSchedule(db);
    const sources = { db, readDb: db, redis: chosenRedis() };
    const read = () => readAvailability(sources, scheduleId);

    const [first, second] = [await read(), await read()];
    await holdSeatsSafely(sources, await aFan(db), { scheduleId, seatIndexes: [0] });
    const third = await read();

    expect(second.version).toBe(first.version);
    expect(third.version.split(".")[0]).toBe(first.version.split(".")[0]);
    expect(sequenceOf(third.version)).toBeGreaterThan(sequenceOf(first.version));
  });

  it.each([
    ["with Redis", () => redis],
    ["without Redis", () => absentRedis],
  ])("asks the database once for a hundred readers at once, %s", async (_, chosenRedis) => {
    const { scheduleId } = await aSchedule(db);
    const { asked, readDb } = aCountingReader();

    await Promise.all(
      Array.from({ length: 100 }, () => readAvailability({ readDb, redis: chosenRedis() }, scheduleId)),
    );

    expect(asked.times).toBe(1);
  });

  it("asks the database once for ten thousand readers while a hundred seats are held", async () => {
    const { scheduleId, seatIndexes } = await aSchedule(db, { seatCount: 100 });
    const { asked, readDb } = aCountingReader();
    const sources = { db, readDb: db, redis };
    const fans = await Promise.all(seatIndexes.map(() => aFan(db)));

    const seen = new Set<string>();
    const readALot = async () => {
      for (let i = 0; i < 100; i++) seen.add((await readAvailability({ readDb, redis }, scheduleId)).statuses);
    };
    await Promise.all([
      ...Array.from({ length: 100 }, readALot),
      ...fans.map((fan, seat) => holdSeatsSafely(sources, fan, { scheduleId, seatIndexes: [seat] })),
    ]);

    expect(asked.times).toBe(1);
    expect(seen.size).toBeGreaterThan(1);
    expect((await readAvailability({ readDb, redis }, scheduleId)).statuses).toBe("1".repeat(100));
  });

  it.each([
    ["with Redis", () => redis],
    ["without Redis", () => absentRedis],
  ])("shows my write to me, and to everybody after me, %s", async (_, chosenRedis) => {
    const { scheduleId } = await aSchedule(db, { seatCount: 3 });
    const sources = { db, readDb: db, redis: chosenRedis() };
    const read = async () => (await readAvailability(sources, scheduleId)).statuses;
    expect(await read()).toBe("000");
    const fan = await aFan(db);

    const { changes } = await holdSeats(db, fan, { scheduleId, seatIndexes: [1] });
    // Negative control: until the change is told, what is kept is what readers get.
    expect(await read()).toBe("000");
    await announce(sources.redis, scheduleId, changes);
    const afterHold = await read();
    await releaseSeatsSafely(sources, fan, { scheduleId });

    expect(afterHold).toBe("010");
    expect(await read()).toBe("000");
  });

  it("shows a change that is not known seat by seat", async () => {
    const { scheduleId } = await aSchedule(db, { seatCount: 2 });
    const read = async () => (await readAvailability({ readDb: db, redis }, scheduleId)).statuses;
    await read();
    await db.update(tickets).set({ status: "blocked" }).where(eq(tickets.scheduleId, scheduleId));

    await availabilityChanged(redis, scheduleId);

    expect(await read()).toBe("33");
  });

  it("knows nothing of a schedule without tickets", async () => {
    const unknown = readAvailability({ readDb: db, redis }, randomUUID());

    await expect(unknown).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a hold that runs out", () => {
  it.each([
    ["was told", true],
    ["was read from the database", false],
  ])("reads as available at once, whatever the sweeper does, when it %s", async (_, isTold) => {
    const { scheduleId } = await aSchedule(db, { seatCount: 2 });
    const { asked, readDb } = aCountingReader();
    const read = async () => (await readAvailability({ readDb, redis }, scheduleId)).statuses;
    if (isTold) await read();

    await holdBriefly({ db, redis }, await aFan(db), { scheduleId, seatIndexes: [1], endsInMs: 300 });

    expect(await read()).toBe("01");
    await vi.waitFor(async () => expect(await read()).toBe("00"), { timeout: 3_000, interval: 20 });
    expect(asked.times).toBe(1);
  });
});

describe("a change that Redis could not be told", () => {
  it("is seen all the same, and by others once Redis answers", async () => {
    const own = await aRedisServer();
    const { scheduleId } = await aSchedule(db, { seatCount: 2 });
    const sources = { db, readDb: db, redis: own.guarded };
    const read = async () => (await readAvailability(sources, scheduleId)).statuses;
    expect(await read()).toBe("00");

    own.freeze();
    await holdSeatsSafely(sources, await aFan(db), { scheduleId, seatIndexes: [0] });
    const whileAway = await read();
    own.thaw();

    expect(whileAway).toBe("10");
    expect(await read()).toBe("10");
    const another = guardRedis(own.raw);
    await vi.waitFor(async () => {
      await read();
      expect((await readAvailability({ readDb: db, redis: another }, scheduleId)).statuses).toBe("10");
    });
  });
});

describe("readAvailability, while the database is away", () => {
  it.each([
    ["with Redis", () => redis],
    ["without Redis", () => guardRedis(null)],
  ])("answers with what was last known, and refuses only what was never read, %s", async (_, chosenRedis) => {
    const { scheduleId } = await aSchedule(db);
    const another = await aSchedule(db);
    const connection = { isAway: false };
    const readDb = aWatchedReader(db, () => {
      if (connection.isAway) throw Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
    });
    const sources = { readDb, redis: chosenRedis() };
    const known = await readAvailability(sources, scheduleId);
    connection.isAway = true;
    await availabilityChanged(sources.redis, scheduleId);

    await expect(readAvailability(sources, scheduleId)).resolves.toEqual(known);
    await expect(readAvailability(sources, another.scheduleId)).rejects.toThrow("ECONNREFUSED");
  });
});
