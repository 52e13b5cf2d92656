import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { tickets } from "@/lib/db/schema/tickets";
import { guardRedis } from "@/lib/redis/guarded";
import { testDatabase } from "@/lib/testing/database";
import { expireHold } from "@/lib/testing/expire";
import { aGate } from "@/lib/testing/gate";
import { absentRedis, testRedis } from "@/lib/testing/redis";
import { aRedisServer } from "@/lib/testing/redis-server";
import { aWatchedReader } from "@/lib/testing/watched-reader";
import { aFan, aSchedule } from "@/lib/testing/world";
import { type Availability, availabilityChanged, readAvailability } from "./availability";
import { findSnapshot, storeSnapshot } from "./availability-snapshot";
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

  it("keeps its version while nothing changes, and changes it with any seat", async () => {
    const { scheduleId } = await aSchedule(db);
    const read = () => readAvailability({ readDb: db, redis: absentRedis }, scheduleId);
    const [first, second] = [await read(), await read()];
    await holdSeats(db, await aFan(db), { scheduleId, seatIndexes: [0] });

    expect(second.version).toBe(first.version);
    expect((await read()).version).not.toBe(first.version);
  });

  it("gives the same answer from the snapshot as from the database", async () => {
    const { scheduleId } = await aSchedule(db);
    const { asked, readDb } = aCountingReader();

    const built = await readAvailability({ readDb, redis }, scheduleId);
    const kept = await readAvailability({ readDb, redis }, scheduleId);

    expect(kept).toEqual(built);
    expect(asked.times).toBe(1);
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

  it("shows my write to me, and to everybody after me", async () => {
    const { scheduleId } = await aSchedule(db, { seatCount: 3 });
    const read = async () => (await readAvailability({ readDb: db, redis }, scheduleId)).statuses;
    expect(await read()).toBe("000");

    await holdSeats(db, await aFan(db), { scheduleId, seatIndexes: [1] });
    // Negative control: until the change is announced the snapshot is what readers get.
    expect(await read()).toBe("000");
    await availabilityChanged(redis, scheduleId);

    expect(await read()).toBe("010");
  });

  it("keeps no snapshot past the first hold that ends in it", async () => {
    const { scheduleId } = await aSchedule(db);
    const hold = await holdSeats(db, await aFan(db), { scheduleId, seatIndexes: [0] });
    const endsInMs = 1_500;
    await db
      .update(tickets)
      .set({ heldUntil: new Date(Date.now() + endsInMs) })
      .where(eq(tickets.holdToken, hold.holdToken));

    await readAvailability({ readDb: db, redis }, scheduleId);

    const ttl = await redis.try((client) => client.pttl(`availability:{${scheduleId}}:snapshot`));
    expect(ttl?.value).toBeGreaterThan(0);
    expect(ttl?.value).toBeLessThanOrEqual(endsInMs);
  });

  it("knows nothing of a schedule without tickets", async () => {
    const unknown = readAvailability({ readDb: db, redis }, randomUUID());

    await expect(unknown).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a rebuild that is slower than a sale", () => {
  /** A rebuild that has read the seats as they were and stands still before it stores them. */
  async function aSlowRebuild(scheduleId: string) {
    const [hasRead, mayStore] = [aGate(), aGate()];
    const readDb = aWatchedReader(db, async () => {
      hasRead.open();
      await mayStore.opened;
    });
    const rebuild = readAvailability({ readDb, redis }, scheduleId);
    await hasRead.opened;
    return { rebuild, mayStore };
  }

  it("never overwrites what was sold meanwhile", async () => {
    const { scheduleId } = await aSchedule(db, { seatCount: 2 });
    const { rebuild, mayStore } = await aSlowRebuild(scheduleId);
    await holdSeats(db, await aFan(db), { scheduleId, seatIndexes: [0] });
    await availabilityChanged(redis, scheduleId);

    const meanwhile = await readAvailability({ readDb: db, redis }, scheduleId);
    mayStore.open();
    await rebuild;

    expect(meanwhile.statuses).toBe("10");
    expect((await readAvailability({ readDb: db, redis }, scheduleId)).statuses).toBe("10");
  });

  it("never stores what it read before Redis was emptied", async () => {
    const { scheduleId } = await aSchedule(db, { seatCount: 2 });
    const { rebuild, mayStore } = await aSlowRebuild(scheduleId);
    await holdSeats(db, await aFan(db), { scheduleId, seatIndexes: [0] });
    await availabilityChanged(redis, scheduleId);
    await redis.try((client) =>
      client.del(`availability:{${scheduleId}}:generation`, `availability:{${scheduleId}}:snapshot`),
    );

    mayStore.open();
    await rebuild;

    expect((await readAvailability({ readDb: db, redis }, scheduleId)).statuses).toBe("10");
  });

  // Negative control: under the generation of now, as a store without the check would be, the old seats come back.
  it("would hide the sale if its generation were not compared", async () => {
    const { scheduleId } = await aSchedule(db, { seatCount: 2 });
    const { rebuild, mayStore } = await aSlowRebuild(scheduleId);
    await holdSeats(db, await aFan(db), { scheduleId, seatIndexes: [0] });
    await availabilityChanged(redis, scheduleId);
    mayStore.open();
    const old: Availability = await rebuild;

    const generation = (await findSnapshot(redis, scheduleId))?.generation ?? "";
    await storeSnapshot(redis, { availability: old, generation, ttlMs: 10_000 });

    expect((await readAvailability({ readDb: db, redis }, scheduleId)).statuses).toBe("00");
  });
});

describe("a change that Redis could not be told", () => {
  it("is seen all the same, and announced before Redis is believed again", async () => {
    const own = await aRedisServer();
    const { scheduleId } = await aSchedule(db, { seatCount: 2 });
    const read = async () => (await readAvailability({ readDb: db, redis: own.guarded }, scheduleId)).statuses;
    expect(await read()).toBe("00");

    own.freeze();
    await holdSeats(db, await aFan(db), { scheduleId, seatIndexes: [0] });
    await availabilityChanged(own.guarded, scheduleId);
    const whileAway = await read();
    own.thaw();

    expect(whileAway).toBe("10");
    expect(await read()).toBe("10");
  });
});

describe("readAvailability, while the database is away", () => {
  it("answers with what was last known, and refuses only what was never read", async () => {
    const { scheduleId } = await aSchedule(db);
    const another = await aSchedule(db);
    const connection = { isAway: false };
    const readDb = aWatchedReader(db, () => {
      if (connection.isAway) throw Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
    });
    const ownRedis = guardRedis(null);
    const known = await readAvailability({ readDb, redis: ownRedis }, scheduleId);
    connection.isAway = true;

    await expect(readAvailability({ readDb, redis: ownRedis }, scheduleId)).resolves.toEqual(known);
    await expect(readAvailability({ readDb, redis: ownRedis }, another.scheduleId)).rejects.toThrow("ECONNREFUSED");
  });
});
