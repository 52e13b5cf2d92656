import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { countAttempt, createAttemptLimiter } from "@/lib/accounts/sign-in-attempts";
import { openApi } from "@/lib/testing/api-client";
import { testDatabase } from "@/lib/testing/database";
import { openSale } from "@/lib/testing/payments-world";
import { absentRedis, testRedis } from "@/lib/testing/redis";
import { aFan } from "@/lib/testing/world";
import { addressHeader } from "./client-address";
import { ROUTES } from "./v1/routes";

const db = testDatabase();
const redis = testRedis();
const LIMITS = { perUserMax: 3, perAddressMax: 5, windowSeconds: 60 };
const services = { ...openSale(db).services, redis };
const ask = openApi(services, ROUTES, LIMITS);

/** Everybody's address is of their own, as the tests share one Redis. */
const anAddress = () => ({ [addressHeader()]: randomUUID() });
const statusesOf = async (times: number, one: () => Promise<{ status: number }>) => {
  const statuses: number[] = [];
  for (let i = 0; i < times; i++) statuses.push((await one()).status);
  return statuses;
};

describe("the API's limit of requests", () => {
  it("says on every answer how many there may be, how many are left, and when that changes", async () => {
    const headers = anAddress();

    const first = await ask("GET", "/events", { headers });
    const second = await ask("GET", "/nothing", { headers });
    const third = await ask("DELETE", "/events", { headers });

    for (const [i, { headers: told }] of [first, second, third].entries()) {
      expect(told.get("ratelimit-limit")).toBe("5");
      expect(told.get("ratelimit-remaining")).toBe(String(4 - i));
      expect(told.get("ratelimit-policy")).toBe("5;w=60");
      expect(Number(told.get("ratelimit-reset"))).toBeGreaterThan(0);
      expect(Number(told.get("ratelimit-reset"))).toBeLessThanOrEqual(60);
    }
    expect([first.status, second.status, third.status]).toEqual([200, 404, 405]);
  });

  it("refuses what is too much with 429, and says truly when to come again", async () => {
    const headers = anAddress();
    const statuses = await statusesOf(5, () => ask("GET", "/events", { headers }));

    const refused = await ask("GET", "/events", { headers });

    expect(statuses).toEqual([200, 200, 200, 200, 200]);
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe(refused.headers.get("ratelimit-reset"));
    expect(refused.headers.get("ratelimit-remaining")).toBe("0");
    expect(refused.body.error).toMatchObject({
      code: "too_many_requests",
      retry_after: Number(refused.headers.get("retry-after")),
    });
    const pttl = await redis.try((client) => client.pttl(`rate:address:${headers[addressHeader()]}`));
    expect(Number(refused.headers.get("retry-after")) * 1_000).toBeGreaterThanOrEqual(pttl?.value ?? 0);
  });

  it("counts a person wherever they are, and each person by themselves", async () => {
    const [fan, other] = [await aFan(db), await aFan(db)];
    const pointsOf = (as: typeof fan) => () => ask("GET", "/points", { as, headers: anAddress() });

    expect(await statusesOf(4, pointsOf(fan))).toEqual([200, 200, 200, 429]);
    expect(await statusesOf(1, pointsOf(other))).toEqual([200]);
  });

  it("counts to the address what is refused for want of a good token", async () => {
    const headers = anAddress();

    expect(await statusesOf(6, () => ask("GET", "/points", { as: "not.a.token", headers }))).toEqual([
      ...[401, 401, 401, 401, 401, 429],
    ]);
  });

  it("is not got round by claiming to come from elsewhere", async () => {
    const here = anAddress();
    const elsewhere = () => ({ ...here, "x-forwarded-for": randomUUID(), forwarded: `for=${randomUUID()}` });

    expect((await statusesOf(6, () => ask("GET", "/events", { headers: elsewhere() }))).at(-1)).toBe(429);
    // The control: who really comes from elsewhere is not refused.
    expect(await statusesOf(6, () => ask("GET", "/events", { headers: anAddress() }))).not.toContain(429);
  });

  it("goes on without Redis, in the memory of the process", async () => {
    const alone = openApi({ ...services, redis: absentRedis }, ROUTES, LIMITS);
    const headers = anAddress();

    expect(await statusesOf(6, () => alone("GET", "/events", { headers }))).toEqual([200, 200, 200, 200, 200, 429]);
  });
});

describe("countAttempt", () => {
  const limiter = createAttemptLimiter(redis, { perEmailMax: 2, perAddressMax: 4, windowSeconds: 60 });
  const anEmail = () => `${randomUUID()}@rowlock.test`;
  const attempt = (email: string, address: string) => countAttempt(redis, { email, address }, limiter);

  it("refuses an email that is tried too often, from wherever and however it is spelt", async () => {
    const email = anEmail();
    await attempt(email, randomUUID());
    await attempt(email.toUpperCase(), randomUUID());

    const third = attempt(` ${email}`, randomUUID());

    await expect(third).rejects.toMatchObject({ code: "too_many_requests" });
    await expect(third).rejects.toMatchObject({ details: { retryAfterSeconds: expect.any(Number) } });
  });

  it("refuses an address that tries too many emails", async () => {
    const address = randomUUID();
    for (let i = 0; i < 4; i++) await attempt(anEmail(), address);

    await expect(attempt(anEmail(), address)).rejects.toMatchObject({ code: "too_many_requests" });
    await attempt(anEmail(), randomUUID());
  });

  it("guards the way to a token, alike for an account that exists and one that does not", async () => {
    const answers = [];
    for (const email of [(await aFan(db)).userId, randomUUID()].map((name) => `${name}@rowlock.test`)) {
      const body = { email, password: "wrong" };
      const headers = anAddress();
      const unlimited = openApi(services, ROUTES, { ...LIMITS, perAddressMax: 1_000 });
      const statuses = await statusesOf(21, () => unlimited("POST", "/auth/token", { body, headers }));
      answers.push(statuses);
    }

    expect(answers[0]).toEqual([...Array(20).fill(401), 429]);
    expect(answers[1]).toEqual(answers[0]);
  });
});
