import { randomUUID } from "node:crypto";
import { describe, expect, inject, it, onTestFinished, vi } from "vitest";
import { env } from "@/lib/env";
import { openChangeFeed } from "@/lib/redis/change-feed";
import { openRedis } from "@/lib/redis/client";
import { guardRedis } from "@/lib/redis/guarded";
import { holdSeatsSafely } from "@/lib/sales/hold";
import { releaseSeatsSafely } from "@/lib/sales/release";
import { readAvailability } from "@/lib/seats/availability";
import { unpackStatuses } from "@/lib/seats/seat-bits";
import { holdBriefly } from "@/lib/testing/brief-hold";
import { testDatabase } from "@/lib/testing/database";
import { type LiveReader, readLive } from "@/lib/testing/live-reader";
import { aRedisServer } from "@/lib/testing/redis-server";
import { anUpstashDoor } from "@/lib/testing/upstash-door";
import { aWatchedReader } from "@/lib/testing/watched-reader";
import { aFan, aSchedule } from "@/lib/testing/world";
import { createLiveHub } from "./live-hub";
import { type SeatNow, withChanges } from "./seat-delta";
import { onWake } from "./wake";

const db = testDatabase();
const door = await anUpstashDoor();
const LIMITS = { watchersMax: 1_000, queueBytesMax: 65_536, stuckMaxMs: 20_000, lifetimeMs: 600_000 };
const noRedis = { ...env, UPSTASH_REDIS_REST_URL: undefined, REDIS_URL: undefined, REDIS_HOST: undefined };
const plainRedis = { ...noRedis, REDIS_URL: inject("redisUrl") };
const upstash = { ...noRedis, UPSTASH_REDIS_REST_URL: door.url, UPSTASH_REDIS_REST_TOKEN: door.token };

/** A process of its own: its own handle of Redis, its own hub, its own signals. */
function aProcess(ownEnv: typeof env) {
  const handle = openRedis(ownEnv);
  const asked = { times: 0 };
  const readDb = aWatchedReader(db, () => {
    asked.times += 1;
  });
  const services = { db, readDb: db, redis: guardRedis(handle?.redis ?? null) };
  const hub = createLiveHub({
    readSeats: (scheduleId) => readAvailability({ ...services, readDb }, scheduleId),
    openSignals: (wake) => openChangeFeed(ownEnv, wake),
    limits: LIMITS,
  });
  const forgetWakes = onWake(services.redis, hub.wake);
  onTestFinished(async () => {
    hub.close();
    forgetWakes();
    await handle?.close();
  });
  return { hub, asked, services };
}

/** What somebody who read all of it knows: the statuses, or `null` when an event did not fit the one before. */
function knownBy(reader: LiveReader, initial?: { version: string; statuses: string }): string | null {
  let known: { version: string; statuses: string } | null = initial ?? null;
  for (const { event, data } of reader.events) {
    if (event === "snapshot") {
      const { version, seats, seat_count } = data as { version: string; seats: string; seat_count: number };
      known = { version, statuses: unpackStatuses(seats, seat_count) };
    } else if (event === "delta") {
      const { from, to, changes } = data as { from: string; to: string; changes: SeatNow[] };
      const statuses = known?.version === from ? withChanges(known.statuses, changes) : null;
      if (statuses === null) return null;
      known = { version: to, statuses };
    }
  }
  return known?.statuses ?? null;
}

const seen = (reader: LiveReader, statuses: string) =>
  vi.waitFor(() => expect(knownBy(reader)).toBe(statuses), { timeout: 10_000, interval: 10 });

describe.each([
  ["a plain Redis", plainRedis],
  ["Upstash", upstash],
  ["no Redis", noRedis],
])("with %s", (_, ownEnv) => {
  it("shows a hold made in one process to who watches in another", async () => {
    const { scheduleId } = await aSchedule(db, { seatCount: 5 });
    const [here, there] = [aProcess(ownEnv), aProcess(ownEnv)];
    const [mine, theirs] = [
      readLive((await here.hub.watch(scheduleId, null)).body),
      readLive((await there.hub.watch(scheduleId, null)).body),
    ];
    const fan = await aFan(db);

    await holdSeatsSafely(here.services, fan, { scheduleId, seatIndexes: [1, 2] });
    await Promise.all([seen(mine, "01100"), seen(theirs, "01100")]);

    await releaseSeatsSafely(there.services, fan, { scheduleId });
    await Promise.all([seen(mine, "00000"), seen(theirs, "00000")]);
  });

  it("shows that a hold has run out, though nobody said so", async () => {
    const { scheduleId } = await aSchedule(db, { seatCount: 3 });
    const { hub, services } = aProcess(ownEnv);
    await holdBriefly(services, await aFan(db), { scheduleId, seatIndexes: [0], endsInMs: 600 });
    const reader = readLive((await hub.watch(scheduleId, null)).body);

    await seen(reader, "100");
    await seen(reader, "000");
  });

  it("gives whoever comes back exactly what they missed", async () => {
    const { scheduleId } = await aSchedule(db, { seatCount: 4 });
    const { hub, services } = aProcess(ownEnv);
    const stayed = readLive((await hub.watch(scheduleId, null)).body);
    await seen(stayed, "0000");
    const before = await readAvailability(services, scheduleId);
    const left = await hub.watch(scheduleId, before.version);
    await readLive(left.body).leave();
    await holdSeatsSafely(services, await aFan(db), { scheduleId, seatIndexes: [1] });
    await seen(stayed, "0100");
    await holdSeatsSafely(services, await aFan(db), { scheduleId, seatIndexes: [3] });
    await seen(stayed, "0101");

    const back = readLive((await hub.watch(scheduleId, before.version)).body);

    await vi.waitFor(() => expect(back.events).toHaveLength(1));
    expect(back.events[0]).toMatchObject({
      event: "delta",
      data: {
        changes: [
          [1, 1],
          [3, 1],
        ],
      },
    });
    expect(knownBy(back, before)).toBe("0101");
  });
});

it("asks the database no oftener for two hundred who watch than for one", async () => {
  const { scheduleId } = await aSchedule(db, { seatCount: 5 });
  const { hub, asked, services } = aProcess(noRedis);
  const opened = await Promise.all(Array.from({ length: 200 }, () => hub.watch(scheduleId, null)));
  const readers = opened.map(({ body }) => readLive(body));
  asked.times = 0;
  const beganMs = performance.now();

  await holdSeatsSafely(services, await aFan(db), { scheduleId, seatIndexes: [0] });
  await Promise.all(readers.map((reader) => seen(reader, "10000")));

  const tookMs = performance.now() - beganMs;
  expect(asked.times).toBeGreaterThan(0);
  expect(asked.times).toBeLessThanOrEqual(Math.ceil(tookMs / 100) + 1);
});

/** Three free seats that one process sells and another watches, on a Redis of the test's own. */
async function aWatchedHallElsewhere() {
  const own = await aRedisServer();
  const { scheduleId } = await aSchedule(db, { seatCount: 3 });
  const ownEnv = { ...noRedis, REDIS_URL: own.url };
  const [writer, watcher] = [aProcess(ownEnv), aProcess(ownEnv)];
  const reader = readLive((await watcher.hub.watch(scheduleId, null)).body);
  await seen(reader, "000");
  return { own, scheduleId, writer, reader };
}

it("goes on without its signals when Redis dies, and with them when it is back", async () => {
  const { own, scheduleId, writer, reader } = await aWatchedHallElsewhere();

  await own.kill();
  await holdSeatsSafely(writer.services, await aFan(db), { scheduleId, seatIndexes: [0] });
  await seen(reader, "100");
  await own.start();
  await holdSeatsSafely(writer.services, await aFan(db), { scheduleId, seatIndexes: [1] });
  await seen(reader, "110");
});

it("goes on while Redis is frozen, and after it thaws", async () => {
  const { own, scheduleId, writer, reader } = await aWatchedHallElsewhere();

  own.freeze();
  await holdSeatsSafely(writer.services, await aFan(db), { scheduleId, seatIndexes: [0] });
  await seen(reader, "100");
  own.thaw();
  await holdSeatsSafely(writer.services, await aFan(db), { scheduleId, seatIndexes: [1] });
  await seen(reader, "110");
});

it("knows nothing of a schedule without tickets", async () => {
  await expect(aProcess(noRedis).hub.watch(randomUUID(), null)).rejects.toMatchObject({ code: "not_found" });
});
