import { type Browser, chromium, firefox } from "@playwright/test";
import { chromiumOptions, firefoxOptions } from "@/scripts/testing/browsers";
import { aPaidBooking, lockSeats } from "./api-client";
import { expect, test } from "./fixtures";
import { SeatMapPage } from "./seat-map-page";

/** How soon a map hears of what others do. */
const LIVE_WITHIN_MS = 1_000;
/** How soon a map hears of it that has to ask. */
const ASKED_WITHIN_MS = 3_000;
/** How soon a page that was cut off has caught up. */
const BACK_WITHIN_MS = 5_000;

/** How long a page waits for a change of colour before it gives up. */
const GIVE_UP_MS = 15_000;

/** Looks at a place of the picture until its colour is not `before`. @returns the colour, and when it was seen. */
async function lookAt(canvas: HTMLCanvasElement, look: { x: number; y: number; before: string; giveUpMs: number }) {
  const ratio = canvas.width / canvas.clientWidth;
  const beganMs = Date.now();
  for (;;) {
    const pixel = canvas.getContext("2d")?.getImageData(look.x * ratio, look.y * ratio, 1, 1);
    const colour = pixel ? Array.from(pixel.data).join() : "";
    if (colour !== look.before) return { colour, atMs: Date.now() };
    if (Date.now() - beganMs > look.giveUpMs) return { colour, atMs: Number.POSITIVE_INFINITY };
    await new Promise(requestAnimationFrame);
  }
}

/** @returns when the seat's colour will have changed from what it is now, in milliseconds since 1970; infinity is never. */
async function whenRepainted(map: SeatMapPage, seatIndex: number): Promise<{ atMs: Promise<number> }> {
  const place = await map.placeOf(seatIndex);
  const now = await map.canvas.evaluate(lookAt, { ...place, before: "", giveUpMs: 0 });
  const changed = map.canvas.evaluate(lookAt, { ...place, before: now.colour, giveUpMs: GIVE_UP_MS });
  return { atMs: changed.then(({ atMs }) => atMs) };
}

test("a seat held in one browser greys in another kind of browser within a second, a bought one too, and a released one comes back", async ({
  page,
  browserName,
  world,
  signIn,
  apiOf,
  complaints,
  baseURL,
}) => {
  const [show, fan, buyer] = [await world.show(), await world.fan(), await world.fan({ points: 900_000 })];
  const api = await apiOf(buyer);
  let other: Browser | undefined;
  try {
    other = await (browserName === "chromium" ? firefox.launch(firefoxOptions()) : chromium.launch(chromiumOptions()));
    const context = await other.newContext({ locale: "ko-KR", ...(baseURL ? { baseURL } : {}) });
    complaints.listenTo(context);
    await signIn(page.context(), fan);
    const [mine, theirs] = [new SeatMapPage(page, show), new SeatMapPage(await context.newPage(), show)];
    await theirs.open();
    await mine.open();
    await mine.pick(12);

    const held = await whenRepainted(theirs, 12);
    await mine.hold(1);
    const heldAtMs = Date.now();
    expect((await held.atMs) - heldAtMs).toBeLessThan(LIVE_WITHIN_MS);

    const bought = await whenRepainted(theirs, 14);
    await aPaidBooking(api, show, 14);
    const boughtAtMs = Date.now();
    expect((await bought.atMs) - boughtAtMs).toBeLessThan(LIVE_WITHIN_MS);

    await theirs.openList();
    await theirs.openRow(theirs.seat(12));
    await expect(theirs.listed(12)).toHaveAccessibleName(/다른 분이 선점 중$/);
    await expect(theirs.listed(14)).toHaveAccessibleName(/판매된 좌석$/);
    await mine.panel.getByRole("button", { name: "선점 풀기", exact: true }).click();
    await expect(mine.countdown).toBeHidden();
    await expect(theirs.listed(12)).toHaveAccessibleName(/선택 가능$/);
  } finally {
    await other?.close();
  }
});

test("a page without a network says so, and catches up by itself when the network is back", async ({
  page,
  world,
  apiOf,
  complaints,
}) => {
  complaints.expect(/ERR_INTERNET_DISCONNECTED|NS_ERROR_OFFLINE|can’t establish a connection|was interrupted/);
  const [show, rival] = [await world.show(), await world.fan()];
  const api = await apiOf(rival);
  const map = new SeatMapPage(page, show);
  await map.open();
  await map.openList();
  await map.openRow(map.seat(12));
  const note = page.getByText("인터넷에 연결되어 있지 않아요.");

  await page.context().setOffline(true);
  await expect(note).toBeVisible();
  expect((await lockSeats(api, show, 12)).ok()).toBe(true);
  await expect(map.listed(12)).toHaveAccessibleName(/선택 가능$/);
  await page.context().setOffline(false);

  await expect(map.listed(12)).toHaveAccessibleName(/다른 분이 선점 중$/, { timeout: BACK_WITHIN_MS });
  await expect(note).toBeHidden();
});

test("a page that gets no stream asks again and again instead, and nobody notices", async ({
  page,
  world,
  apiOf,
  complaints,
}) => {
  complaints.expect(/ERR_FAILED|availability\/stream/);
  const [show, rival] = [await world.show(), await world.fan()];
  const api = await apiOf(rival);
  let refused = 0;
  await page.route(/\/availability\/stream/, (route) => {
    refused += 1;
    return route.abort();
  });
  const map = new SeatMapPage(page, show);
  await map.open();
  await map.openList();
  await map.openRow(map.seat(12));
  await expect.poll(() => refused).toBeGreaterThan(0);

  expect((await lockSeats(api, show, 12)).ok()).toBe(true);

  await expect(map.listed(12)).toHaveAccessibleName(/다른 분이 선점 중$/, { timeout: ASKED_WITHIN_MS });
  await expect(page.getByText("연결이 끊겨 다시 잇고 있어요.")).toBeHidden();
});

test("a seat I have chosen and somebody else takes leaves my choice, and I am told; the rest of it stays", async ({
  page,
  world,
  signIn,
  anotherBrowser,
}) => {
  const [show, fan, rival] = [await world.show(), await world.fan(), await world.fan()];
  await signIn(page.context(), fan);
  const [mine, theirs] = [
    new SeatMapPage(page, show),
    new SeatMapPage(await (await anotherBrowser(rival)).newPage(), show),
  ];
  await mine.open();
  await mine.pick(20, 21);
  await theirs.open();
  await theirs.pick(20);

  await theirs.hold(1);

  const note = mine.alert.filter({ hasText: "방금 다른 분이 선택한 좌석이에요." });
  await expect(note).toBeVisible({ timeout: ASKED_WITHIN_MS });
  await expect(note).toContainText("A구역 3열 5번");
  await expect(mine.chosen).toHaveText([/A구역 3열 6번/]);
  await mine.hold(1);
});
