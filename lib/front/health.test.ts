import { expect, it } from "vitest";
import { guardRedis } from "@/lib/redis/guarded";
import type { Services } from "@/lib/services";
import { answerHealth } from "./health";
import type { Pages } from "./pages";

const healthOf = async (database: boolean, pagesStatus: number | null) => {
  const execute = async () => (database ? [] : Promise.reject(new Error("away")));
  const services = { db: { execute }, redis: guardRedis(null) } as unknown as Services;
  const ask = async () =>
    pagesStatus === null ? Promise.reject(new Error("away")) : new Response(null, { status: pagesStatus });
  const answer = await answerHealth(services, { ask } as unknown as Pages);
  const { canSell, pages } = await answer.json();
  return [answer.status, canSell, pages.up];
};

it("is well when the API's own process and the pages are", async () => {
  expect(await healthOf(true, 200)).toEqual([200, true, true]);
  expect(await healthOf(false, 200)).toEqual([503, false, true]);
  expect(await healthOf(true, 503)).toEqual([503, false, false]);
  expect(await healthOf(true, null)).toEqual([503, false, false]);
});
