import { expect, it } from "vitest";
import { env } from "@/lib/env";
import { testRedis } from "@/lib/testing/redis";
import { aRedisServer } from "@/lib/testing/redis-server";
import { anUpstashDoor } from "@/lib/testing/upstash-door";
import { openRedis } from "./client";
import { guardRedis } from "./guarded";
import { defineScript, runScript } from "./script";

const plain = testRedis();
const door = await anUpstashDoor();
const upstash = guardRedis(
  openRedis({ ...env, UPSTASH_REDIS_REST_URL: door.url, UPSTASH_REDIS_REST_TOKEN: door.token })?.redis ?? null,
);

it.each([
  ["over its own protocol", () => plain],
  ["over HTTP", () => upstash],
])("runs a script that Redis has not seen, and again by its name, %s", async (_, redis) => {
  const script = defineScript(`-- ${crypto.randomUUID()}\nreturn {KEYS[1], ARGV[1]}`);
  const run = () => redis().try((client) => runScript<string[]>(client, script, ["a key"], ["an input"]));

  expect((await run())?.value).toEqual(["a key", "an input"]);
  const known = await redis().try((client) => client.scriptExists(script.sha1));
  expect(known?.value).toEqual([1]);
  expect((await run())?.value).toEqual(["a key", "an input"]);
});

it("teaches a Redis that was started anew", async () => {
  const own = await aRedisServer();
  const script = defineScript("return 7");
  expect(await runScript(own.raw, script, [], [])).toBe(7);

  await own.kill();
  await own.start();

  await expect.poll(() => runScript(own.raw, script, [], []).catch(() => null)).toBe(7);
});

it("says what else goes wrong", async () => {
  const own = await aRedisServer();

  await expect(runScript(own.raw, defineScript("return redis.call('NO')"), [], [])).rejects.toThrow(/unknown/i);
});
