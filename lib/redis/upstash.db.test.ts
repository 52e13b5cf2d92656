import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { env } from "@/lib/env";
import { holdSeatsSafely } from "@/lib/sales/hold";
import { releaseSeatsSafely } from "@/lib/sales/release";
import { readAvailability } from "@/lib/seats/availability";
import { testDatabase } from "@/lib/testing/database";
import { anUpstashDoor } from "@/lib/testing/upstash-door";
import { aFan, aSchedule } from "@/lib/testing/world";
import { openRedis } from "./client";
import { guardRedis } from "./guarded";
import { lockKeys, withLock } from "./lock";

const db = testDatabase();
const door = await anUpstashDoor();

const openDoor = (token: string) => {
  const handle = openRedis({ ...env, UPSTASH_REDIS_REST_URL: door.url, UPSTASH_REDIS_REST_TOKEN: token });
  return guardRedis(handle?.redis ?? null);
};
const redis = openDoor(door.token);
const services = { db, readDb: db, redis };

describe("Redis over HTTP", () => {
  it("gives a lock to one of two people, and back when it is released", async () => {
    const keys = [lockKeys.seat(randomUUID(), 1)];
    const lock = (ownerId: string, work: () => Promise<string>) =>
      withLock(redis, { kind: "seat", keys, ownerId, leaseMs: 15_000, refusal: "seat_unavailable" }, work);

    const first = await lock("one", async () => {
      await expect(lock("other", async () => "mine")).rejects.toMatchObject({
        code: "seat_unavailable",
      });
      return "done";
    });

    expect(first).toBe("done");
    expect(await lock("other", async () => "mine")).toBe("mine");
    expect(redis.state()).toBe("closed");
  });

  it("shows every write in the next map, which it keeps", async () => {
    const { scheduleId } = await aSchedule(db, { seatCount: 5 });
    const fan = await aFan(db);
    const map = async () => (await readAvailability(services, scheduleId)).statuses;

    expect(await map()).toBe("00000");
    await holdSeatsSafely(services, fan, { scheduleId, seatIndexes: [1, 2] });
    expect(await map()).toBe("01100");
    const kept = await redis.try((client) => client.exists(`availability:{${scheduleId}}:seats`));
    expect(kept?.value).toBe(1);
    await releaseSeatsSafely(services, fan, { scheduleId });
    expect(await map()).toBe("00000");
  });

  it("is passed by when it refuses us, and the sale goes on", async () => {
    const { scheduleId } = await aSchedule(db, { seatCount: 2 });
    const refusing = { ...services, redis: openDoor("a wrong token") };

    const hold = await holdSeatsSafely(refusing, await aFan(db), { scheduleId, seatIndexes: [0] });

    expect(hold.seats).toHaveLength(1);
    expect((await readAvailability(refusing, scheduleId)).statuses).toBe("10");
  });
});
