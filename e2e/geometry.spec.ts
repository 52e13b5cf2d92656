import { randomUUID } from "node:crypto";
import { gunzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { decodeGeometry } from "@/lib/plans/decode-geometry";
import { expect, test } from "./fixtures";
import { SeatMapPage } from "./seat-map-page";

const GEOMETRY = /\/api\/v1\/plans\/[\w-]+\/geometry\//;

/** The address of the geometry, as the page asked for it. */
async function geometryUrl(page: Page): Promise<string> {
  const [asked] = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map(({ name }) => name)
      .filter((name) => name.includes("/geometry/")),
  );
  if (!asked) throw new Error("The page has asked for no geometry");
  return new URL(asked).pathname;
}

/** How often the geometry came over the network for the page as it stands, and how often out of the browser's own store. */
const transfersOf = (page: Page) =>
  page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter((entry): entry is PerformanceResourceTiming => entry instanceof PerformanceResourceTiming)
      .filter(({ name }) => name.includes("/geometry/"))
      .map(({ transferSize }) => (transferSize === 0 ? "kept" : "sent")),
  );

test("where the seats are may be kept for ever under its own name, and under no other", async ({
  page,
  request,
  world,
}) => {
  const show = await world.show();
  await new SeatMapPage(page, show).open();
  const url = await geometryUrl(page);

  const answer = await request.get(url);
  expect(answer.headers()).toMatchObject({
    "cache-control": "public, max-age=31536000, immutable",
    "content-type": "application/gzip",
    etag: expect.stringMatching(/^"[\w-]{22}\.gz"$/),
  });
  expect(answer.headers()["set-cookie"]).toBeUndefined();
  const { seats } = decodeGeometry(JSON.parse(gunzipSync(await answer.body()).toString()));
  expect([...seats.x]).toEqual(show.seats.map(({ x }) => x));

  const again = await request.get(url, { headers: { "If-None-Match": answer.headers().etag ?? "" } });
  expect(again.status()).toBe(304);

  const asText = await request.get(url.replace(/\.gz$/, ""));
  expect(decodeGeometry(await asText.json()).seats).toEqual(seats);
  expect(asText.headers().vary).toMatch(/accept-encoding/i);

  for (const wrong of [url.replace(/[^/]+$/, "another.gz"), url.replace(/plans\/[^/]+/, `plans/${randomUUID()}`)]) {
    const refusal = await request.get(wrong);
    expect(refusal.status()).toBe(404);
    expect(refusal.headers()["cache-control"]).toBe("no-store");
    expect(await refusal.json()).toMatchObject({ error: { code: "not_found" } });
  }
});

test("the geometry is sent once, by the time the seats are drawn, and never on a later visit", async ({
  page,
  world,
}) => {
  const map = new SeatMapPage(page, await world.show());

  await map.open();
  expect(await transfersOf(page)).toEqual(["sent"]);

  await page.goto("/");
  await map.open();
  expect(new Set(await transfersOf(page))).toEqual(new Set(["kept"]));
});

test("a hall that does not come says why, and comes when asked again", async ({ page, world, complaints }) => {
  // Firefox tells of a stream that broke even where somebody waits for it and catches that.
  complaints.expect(
    /Failed to load resource|NetworkError|Cross-Origin|geometry|Failed to read data from the ReadableStream/,
  );
  const map = new SeatMapPage(page, await world.show());
  await page.route(GEOMETRY, (route) => route.fulfill({ status: 200, body: "half a h" }));

  await page.goto(map.address);
  const alert = page.getByRole("alert").filter({ hasText: "좌석 배치도를 불러오지 못했어요" });
  await expect(alert).toContainText("읽을 수 없어요");
  await page.unroute(GEOMETRY);
  await alert.getByRole("button", { name: "다시 불러오기" }).click();

  await map.drawn();
  await map.pick(3);
});

test("without a network the page says so, and goes on by itself when it is back", async ({
  page,
  world,
  complaints,
}) => {
  complaints.expect(/Failed to load resource|ERR_INTERNET_DISCONNECTED|NetworkError|Cross-Origin|geometry/);
  const map = new SeatMapPage(page, await world.show());
  await page.addInitScript(() => {
    let isOnline = false;
    Object.defineProperty(navigator, "onLine", { get: () => isOnline });
    window.addEventListener("online", () => {
      isOnline = true;
    });
  });
  await page.route(GEOMETRY, (route) => route.abort("internetdisconnected"));

  await page.goto(map.address);
  await expect(page.getByRole("alert").filter({ hasText: "인터넷에 연결되어 있지 않아요" })).toBeVisible();
  await page.unroute(GEOMETRY);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));

  await map.drawn();
});
