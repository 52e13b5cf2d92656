import { get } from "node:http";
import { lockSeats } from "./api-client";
import { expect, test } from "./fixtures";

// The API answers alike at both of its doors: this file and refusals.spec.ts run before the front and before Next alone.

test("knows who has signed in on this browser", async ({ page, world, signIn, context }) => {
  const fan = await world.fan({ points: 12_000 });
  await signIn(context, fan);
  await page.goto("/en");

  const balance = await page.evaluate(async () => (await fetch("/api/v1/points")).json());

  expect(balance).toEqual({ balance: 12_000 });
});

test("says on every answer how many more requests there may be", async ({ request }) => {
  for (const path of ["/api/v1/events", "/api/v1/nothing", "/api/v1/points", "/api/v1/openapi.json"]) {
    const headers = (await request.get(path)).headers();
    expect(headers, path).toMatchObject({
      "ratelimit-limit": expect.stringMatching(/^\d+$/),
      "ratelimit-remaining": expect.stringMatching(/^\d+$/),
      "ratelimit-reset": expect.stringMatching(/^\d+$/),
      "ratelimit-policy": expect.stringMatching(/^\d+;w=\d+$/),
      "x-content-type-options": "nosniff",
    });
  }
});

test("counts an address as one, whatever it claims to be", async ({ request }) => {
  const remainingOf = async (claimed: string) => {
    const answer = await request.get("/api/v1/events", { headers: { "X-Forwarded-For": claimed } });
    return Number(answer.headers()["ratelimit-remaining"]);
  };
  // Behind the front Next trusts one proxy, which here is the test itself, and so adds what it claims to a proxy's word.
  const trusted = test.info().project.name === "next-door" ? ", 203.0.113.7" : "";

  const first = await remainingOf(`198.51.100.1${trusted}`);

  expect(await remainingOf(`198.51.100.2${trusted}`)).toBe(first - 1);
});

test("refuses an address it has not and a method it does not take", async ({ request }) => {
  const nowhere = await request.get("/api/v1/nowhere");
  expect([nowhere.status(), (await nowhere.json()).error.code]).toEqual([404, "not_found"]);

  for (const method of ["PUT", "PATCH", "OPTIONS", "DELETE"]) {
    const answer = await request.fetch("/api/v1/events", { method });
    expect([answer.status(), answer.headers().allow, (await answer.json()).error.code], method).toEqual([
      ...[405, "GET", "method_not_allowed"],
    ]);
  }
});

test("answers HEAD with the headers of GET and nothing else", async ({ request }) => {
  const answer = await request.head("/api/v1/events");

  expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "application/json"]);
  expect(await answer.body()).toHaveLength(0);
});

test("sends long answers in gzip, and says that it depends", async ({ request }) => {
  const answer = await request.get("/api/v1/events", { headers: { "Accept-Encoding": "gzip" } });

  expect(answer.headers()).toMatchObject({
    "content-encoding": "gzip",
    vary: expect.stringMatching(/accept-encoding/i),
  });
  expect((await answer.json()).items.length).toBeGreaterThan(0);
});

test("refuses a body that is too long", async ({ request }) => {
  const answer = await request.post("/api/v1/auth/token", {
    data: { email: "a@rowlock.test", password: "x".repeat(70_000) },
  });

  expect([answer.status(), (await answer.json()).error.code]).toEqual([413, "payload_too_large"]);
});

test("streams changes as they happen", async ({ world, apiOf, baseURL }) => {
  const show = await world.show();
  const api = await apiOf(await world.fan());
  const url = `${baseURL}/api/v1/schedules/${show.scheduleId}/availability/stream`;
  const heard = { text: "" };
  const asked = get(url, { agent: false }, (answer) => answer.on("data", (chunk) => (heard.text += chunk)));
  asked.on("error", () => {});
  await expect.poll(() => heard.text).toContain("event: snapshot");

  expect((await lockSeats(api, show, 0)).status()).toBe(200);

  await expect.poll(() => heard.text).toContain("event: delta");
  asked.destroy();
});
