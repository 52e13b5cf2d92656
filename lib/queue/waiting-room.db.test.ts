import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { schedules } from "@/lib/db/schema/catalog";
import type { Actor } from "@/lib/kernel/actor";
import { testDatabase } from "@/lib/testing/database";
import { absentRedis, testRedis } from "@/lib/testing/redis";
import { aFan, aSchedule } from "@/lib/testing/world";
import { openWaitingRoom, type WaitingRoomWish } from "./open-waiting-room";
import { assertAdmitted, enterQueue, leaveQueue, lookAtQueue, type QueuePlace } from "./waiting-room";

const db = testDatabase();
const redis = testRedis();
const services = { readDb: db, redis };
const HOUR_MS = 3_600_000;

async function aWaitingRoom(wish: WaitingRoomWish = {}, salesOpenAt = new Date(Date.now() - HOUR_MS)): Promise<string> {
  const { scheduleId } = await aSchedule(db, { salesOpenAt });
  await openWaitingRoom(db, scheduleId, { activeMax: 2, admitPerMinute: 6_000, ...wish });
  return scheduleId;
}

const someone = (): Actor => ({ userId: crypto.randomUUID(), role: "fan" });
const people = (count: number) => Array.from({ length: count }, someone);
const states = (places: readonly QueuePlace[]) => places.map(({ state }) => state);
const passOf = (place: QueuePlace) => (place.state === "admitted" ? place.pass : null);

describe("a waiting room", () => {
  it("is nobody's business where a schedule has none", async () => {
    const [fan, { scheduleId }] = [await aFan(db), await aSchedule(db)];

    expect(await enterQueue(services, fan, scheduleId)).toEqual({ state: "not_needed" });
    await assertAdmitted(services, fan, { scheduleId, pass: null });
    await leaveQueue(services, fan, scheduleId);
  });

  it("lets in as many as there is room for, first come, first served, and tells the others where they stand", async () => {
    const scheduleId = await aWaitingRoom();
    const crowd = people(5);
    const places: QueuePlace[] = [];
    for (const person of crowd) places.push(await enterQueue(services, person, scheduleId));

    expect(states(places)).toEqual(["admitted", "admitted", "waiting", "waiting", "waiting"]);
    expect(places.slice(2)).toMatchObject([{ ahead: 0 }, { ahead: 1 }, { ahead: 2, waiting: 3, waitSeconds: 450 }]);
    const [, , third] = crowd;
    expect(third && (await enterQueue(services, third, scheduleId))).toMatchObject({ state: "waiting", ahead: 0 });
  });

  it("lets in the next when one leaves, and keeps everybody's place who comes back", async () => {
    const scheduleId = await aWaitingRoom({ activeMax: 1 });
    const [first, second, third] = [someone(), someone(), someone()];
    for (const person of [first, second, third]) await enterQueue(services, person, scheduleId);

    await leaveQueue(services, first, scheduleId);

    expect(await lookAtQueue(services, third, scheduleId)).toMatchObject({ state: "waiting", ahead: 0 });
    expect(await lookAtQueue(services, second, scheduleId)).toMatchObject({ state: "admitted" });
    expect(await lookAtQueue(services, first, scheduleId)).toMatchObject({ state: "outside" });
  });

  it("never has more inside than there is room for, however many come at once through two doors", async () => {
    const scheduleId = await aWaitingRoom({ activeMax: 7 });
    const places = await Promise.all(people(200).map((person) => enterQueue(services, person, scheduleId)));

    expect(states(places).filter((state) => state === "admitted").length).toBeLessThanOrEqual(7);
    const looks = await Promise.all(people(20).map((person) => lookAtQueue(services, person, scheduleId)));
    expect(states(looks)).toEqual(Array(20).fill("outside"));
    const inside = await redis.try((client) => client.zcard(`queue:{${scheduleId}}:inside`));
    expect(inside?.value).toBe(7);
  });

  it("would have more inside if each looked before letting in", async () => {
    const scheduleId = await aWaitingRoom({ activeMax: 7 });
    const inside = `queue:{${scheduleId}}:inside`;
    await Promise.all(
      people(200).map(async ({ userId }) => {
        const count = await redis.try((client) => client.zcard(inside));
        if ((count?.value ?? 0) < 7)
          await redis.try((client) => client.zadd(inside, { score: Date.now(), member: userId }));
      }),
    );

    const crowded = await redis.try((client) => client.zcard(inside));
    expect(crowded?.value).toBeGreaterThan(7);
  });

  it("lets in at its pace, however much room there is", async () => {
    const scheduleId = await aWaitingRoom({ activeMax: 1_000, admitPerMinute: 60 });
    const places = await Promise.all(people(100).map((person) => enterQueue(services, person, scheduleId)));

    // Ten seconds' worth at once, and one more for each second that this took.
    const admitted = states(places).filter((state) => state === "admitted").length;
    expect(admitted).toBeGreaterThanOrEqual(10);
    expect(admitted).toBeLessThan(40);
  });

  it("shuffles whoever came before the opening, and puts later ones behind them", async () => {
    const scheduleId = await aWaitingRoom({ activeMax: 1 }, new Date(Date.now() + HOUR_MS));
    const early = people(40);
    for (const person of early) {
      expect(await enterQueue(services, person, scheduleId)).toMatchObject({ state: "waiting", ahead: null });
    }
    const line = `queue:{${scheduleId}}:line`;
    const before = await redis.try((client) => client.zrange<string[]>(line, 0, -1));
    for (const person of early) await enterQueue(services, person, scheduleId);
    const after = await redis.try((client) => client.zrange<string[]>(line, 0, -1));

    expect(after?.value).toEqual(before?.value);
    expect(before?.value).not.toEqual(early.map(({ userId }) => userId));
    expect([...(before?.value ?? [])].sort()).toEqual(early.map(({ userId }) => userId).sort());

    const [one] = early;
    const opened = { salesOpenAt: new Date(Date.now() - HOUR_MS) };
    await db.update(schedules).set(opened).where(eq(schedules.id, scheduleId));
    const look = async () => one && (await lookAtQueue(services, one, scheduleId));
    await expect
      .poll(async () => (await look())?.state === "admitted" || (await look()), { timeout: 10_000 })
      .not.toMatchObject({ ahead: null });
    expect(await enterQueue(services, someone(), scheduleId)).toMatchObject({ state: "waiting", ahead: 39 });
  });

  it("lets nobody in while it is paused, and keeps in whoever is", async () => {
    const scheduleId = await aWaitingRoom({ isPaused: true });
    const fan = someone();
    expect(await enterQueue(services, fan, scheduleId)).toMatchObject({ state: "waiting", ahead: 0, isPaused: true });
  });
});

describe("a pass", () => {
  it("opens the door to its person, for its schedule, until it is given back", async () => {
    const [scheduleId, elsewhere] = [await aWaitingRoom(), await aWaitingRoom()];
    const [fan, thief] = [someone(), someone()];
    const pass = passOf(await enterQueue(services, fan, scheduleId));
    const refused = { code: "queue_pass_required" };

    await assertAdmitted(services, fan, { scheduleId, pass });
    await expect(assertAdmitted(services, thief, { scheduleId, pass })).rejects.toMatchObject(refused);
    await expect(assertAdmitted(services, fan, { scheduleId: elsewhere, pass })).rejects.toMatchObject(refused);
    await expect(assertAdmitted(services, fan, { scheduleId, pass: null })).rejects.toMatchObject(refused);
    await expect(assertAdmitted(services, fan, { scheduleId, pass: `${pass}x` })).rejects.toMatchObject(refused);

    await leaveQueue(services, fan, scheduleId);
    await expect(assertAdmitted(services, fan, { scheduleId, pass })).rejects.toMatchObject(refused);

    const next = passOf(await enterQueue(services, fan, scheduleId));
    await assertAdmitted(services, fan, { scheduleId, pass: next });
    await expect(assertAdmitted(services, fan, { scheduleId, pass })).rejects.toMatchObject(refused);
  });

  it("holds while Redis is away, when nobody new is let in and nobody loses hope", async () => {
    const scheduleId = await aWaitingRoom();
    const fan = someone();
    const pass = passOf(await enterQueue(services, fan, scheduleId));
    const without = { readDb: db, redis: absentRedis };

    await assertAdmitted(without, fan, { scheduleId, pass });
    expect(await enterQueue(without, someone(), scheduleId)).toMatchObject({
      state: "waiting",
      isLive: false,
      ahead: null,
    });
  });

  it("holds when Redis was emptied", async () => {
    const scheduleId = await aWaitingRoom();
    const fan = someone();
    const pass = passOf(await enterQueue(services, fan, scheduleId));
    await redis.try((client) =>
      client.del(...["line", "inside", "seen", "next", "pace", "gone"].map((name) => `queue:{${scheduleId}}:${name}`)),
    );

    await assertAdmitted(services, fan, { scheduleId, pass });
  });
});
