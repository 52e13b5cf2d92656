import { randomUUID } from "node:crypto";
import { expect, it, onTestFinished, vi } from "vitest";
import { env } from "@/lib/env";
import { aRedisServer } from "@/lib/testing/redis-server";
import { changeChannel, openChangeFeed } from "./change-feed";

/** A feed on a Redis of the test's own, and somebody who publishes there. */
async function aFollowedSchedule() {
  const own = await aRedisServer();
  const scheduleId = randomUUID();
  const heard = vi.fn();
  const feed = openChangeFeed({ ...env, UPSTASH_REDIS_REST_URL: undefined, REDIS_URL: own.url }, heard);
  onTestFinished(() => feed?.close());
  feed?.follow(scheduleId);
  /** How many hear it. */
  const publish = (id: string = scheduleId) => own.raw.publish(changeChannel(id), "");
  await vi.waitFor(async () => expect(await publish()).toBe(1));
  await vi.waitFor(() => expect(heard).toHaveBeenCalledWith(scheduleId));
  heard.mockClear();
  return { own, scheduleId, heard, feed, publish };
}

it("hears of the schedules that are followed, and of no others", async () => {
  const { scheduleId, heard, feed, publish } = await aFollowedSchedule();
  expect(await publish(randomUUID())).toBe(0);
  await publish();
  await vi.waitFor(() => expect(heard.mock.calls).toEqual([[scheduleId]]));

  feed?.unfollow(scheduleId);
  await vi.waitFor(async () => expect(await publish()).toBe(0));
});

it("comes back by itself after Redis was away, and then looks again", async () => {
  const { own, scheduleId, heard, publish } = await aFollowedSchedule();
  await own.kill();
  await own.start();

  await vi.waitFor(() => expect(heard).toHaveBeenCalledWith(scheduleId), { timeout: 10_000 });
  await vi.waitFor(async () => expect(await publish()).toBe(1), { timeout: 10_000 });
});

it("hears what was said to a frozen Redis once it thaws", async () => {
  const { own, scheduleId, heard, publish } = await aFollowedSchedule();
  own.freeze();
  const said = publish().catch(() => {});
  own.thaw();
  await said;

  await vi.waitFor(() => expect(heard).toHaveBeenCalledWith(scheduleId));
});

it("is not there with Upstash, nor without any Redis", () => {
  const upstash = { ...env, UPSTASH_REDIS_REST_URL: "https://redis.test", UPSTASH_REDIS_REST_TOKEN: "token" };
  expect(openChangeFeed(upstash, () => {})).toBeNull();
  expect(openChangeFeed({ ...env, REDIS_URL: undefined, REDIS_HOST: undefined }, () => {})).toBeNull();
});
