import type { Locator, Page } from "@playwright/test";
import { aPendingBooking } from "./api-client";
import { CheckoutPage } from "./checkout-page";
import { expect, test } from "./fixtures";
import { SeatMapPage } from "./seat-map-page";

test.use({ viewport: { width: 360, height: 800 }, hasTouch: true });

/** With a finger; Firefox, steered from outside, makes no click of a touch, so there it is a pointer that presses. */
const press = (target: Locator, browserName: string) => (browserName === "firefox" ? target.click() : target.tap());

const expectToFit = async (page: Page) => {
  const { content, screen } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { content: scrollWidth, screen: clientWidth };
  });
  expect(content, `${page.url()} is wider than the phone`).toBeLessThanOrEqual(screen);
};

test("a whole purchase on a small phone, by touch, without ever scrolling sideways", async ({
  page,
  browserName,
  world,
  signIn,
  ledger,
}) => {
  const [show, fan] = [await world.show(), await world.fan({ points: 300_000 })];
  await signIn(page.context(), fan);
  const fits = () => expectToFit(page);
  const map = new SeatMapPage(page, show);

  await page.goto(`/?q=${encodeURIComponent(show.titleKo)}`);
  await expect(page.getByRole("link", { name: show.titleKo })).toBeVisible();
  await fits();
  await press(page.getByRole("link", { name: show.titleKo }), browserName);
  await expect(page.getByRole("heading", { level: 1, name: show.titleKo })).toBeVisible();
  await fits();
  await press(
    page.getByRole("complementary", { name: "바로 예매하기" }).getByRole("link", { name: "좌석 고르기" }),
    browserName,
  );
  await map.drawn();
  await fits();

  await (browserName === "firefox" ? map.pick(18, 19) : map.tap(18, 19));
  await press(map.holdButton(2), browserName);
  await expect(map.countdown).toBeVisible();
  await fits();
  await press(map.bookButton, browserName);
  await page.waitForURL(/\/checkout\//);
  const checkout = new CheckoutPage(page, new URL(page.url()).pathname.split("/").at(-1) ?? "");
  await checkout.ready();
  await fits();
  await press(checkout.payButton, browserName);
  await checkout.done();
  await fits();

  for (const path of ["/bookings", `/bookings/${checkout.bookingId}`, "/points", "/sign-in", "/sign-up", "/"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await fits();
  }
  expect(await ledger.balanceOf(fan.userId)).toBe(102_000);
  expect(await ledger.violationsOf(show.scheduleId)).toEqual([]);
});

test("the map zooms by its buttons, and every button is large enough for a thumb", async ({
  page,
  browserName,
  world,
  signIn,
}) => {
  const [show, fan] = [await world.show(), await world.fan()];
  await signIn(page.context(), fan);
  const map = new SeatMapPage(page, show);
  await map.open();
  const before = await map.placeOf(0);

  await press(page.getByRole("button", { name: "확대" }), browserName);
  await expect.poll(() => map.placeOf(0)).not.toEqual(before);
  await press(page.getByRole("button", { name: "전체 보기" }), browserName);
  await expect.poll(() => map.placeOf(0)).toEqual(before);

  for (const button of await page.getByRole("button").all()) {
    if (!(await button.isVisible())) continue;
    const box = await button.boundingBox();
    const name = await button.evaluate((element) => element.getAttribute("aria-label") ?? element.textContent);
    expect(Math.min(box?.width ?? 0, box?.height ?? 0), `“${name}” is too small for a thumb`).toBeGreaterThanOrEqual(
      44,
    );
  }
});

test("what stands in for a page while it loads is no wider than the narrowest phone either", async ({
  browser,
  baseURL,
  world,
  signIn,
  apiOf,
}) => {
  const [show, fan] = [await world.show(), await world.fan({ points: 300_000 })];
  const booking = await aPendingBooking(await apiOf(fan), show, 0);
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), viewport: { width: 320, height: 700 } });
  await signIn(context, fan);
  const page = await context.newPage();
  // Only what is sent first ever arrives; the parts that take its place are cut off.
  await page.route("**/*.js*", (route) => route.abort());
  await page.route(
    (url) => url.origin === baseURL && !url.pathname.startsWith("/_next/"),
    async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: (await answer.text()).split('<div hidden id="S:')[0] ?? "" });
    },
  );
  for (const path of [
    "/",
    `/events/${show.slug}`,
    `/schedules/${show.scheduleId}`,
    `/checkout/${booking}`,
    `/bookings/${booking}`,
    "/bookings",
    "/points",
    "/sign-in",
    "/sign-up",
  ]) {
    await page.goto(path);
    await expect(page.locator(".skeleton").first()).toBeVisible();
    await expectToFit(page);
  }
  await context.close();
});
