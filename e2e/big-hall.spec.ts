import type { Page } from "@playwright/test";
import { drawStadium } from "@/lib/plans/draw-stadium";
import { expect, test } from "./fixtures";
import { SeatMapPage } from "./seat-map-page";
import { tabTo } from "./tab-to";
import type { Show } from "./world";

test.use({ viewport: { width: 360, height: 780 }, hasTouch: true });

/** A page with an element per seat would have a hundred times as many. */
const ELEMENTS_MAX = 600;

const seatOf = (show: Show, section: string, rowLabel: string, seatNumber: string) =>
  show.seats.findIndex(
    (seat) => seat.section === section && seat.rowLabel === rowLabel && seat.seatNumber === seatNumber,
  );

const countElements = (page: Page) => page.evaluate(() => document.querySelectorAll("*").length);

test("a hall of 50,000 seats on a phone: into a section, to a seat, and held, by touch", async ({
  page,
  world,
  signIn,
  ledger,
}) => {
  const [show, fan] = [await world.show({ plan: drawStadium() }), await world.fan()];
  await signIn(page.context(), fan);
  const map = new SeatMapPage(page, show);
  await map.open();
  const seat = seatOf(show, "E", "13", "10");
  const minimap = page.getByTestId("minimap");
  await expect(minimap).toHaveCount(0);

  await map.canvas.tap({ position: await map.placeOf(seat) });

  await expect(minimap).toHaveCount(1);
  await map.tap(seat);
  expect(await countElements(page)).toBeLessThan(ELEMENTS_MAX);
  await map.hold(1);
  expect(await ledger.takenSeats(show.scheduleId)).toHaveLength(1);
});

test("the same hall by keyboard: sections first, then their seats", async ({ page, world, signIn }) => {
  const [show, fan] = [await world.show({ plan: drawStadium() }), await world.fan()];
  await signIn(page.context(), fan);
  const map = new SeatMapPage(page, show);
  await map.open();
  const card = (name: RegExp) => page.getByTestId(/^(section|seat)-card$/).filter({ hasText: name });

  await tabTo(page, map.canvas);
  await expect(card(/A구역.*520석 남음/)).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(card(/E구역.*520석 남음/)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(card(/E구역 1열 1번/)).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");

  await expect(map.chosen).toHaveText([/E구역 1열 2번/]);
  expect(await countElements(page)).toBeLessThan(ELEMENTS_MAX);
  await tabTo(page, map.holdButton(1));
  await page.keyboard.press("Enter");
  await expect(map.held).toHaveCount(1);
});

test("its sections are on screen before any script but the page's own has come, and stay where they are", async ({
  page,
  world,
}) => {
  const show = await world.show({ plan: drawStadium() });
  let letScriptsCome = () => {};
  const scriptsMayCome = new Promise<void>((resolve) => {
    letScriptsCome = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await scriptsMayCome;
    await route.continue();
  });
  await page.goto(`/schedules/${show.scheduleId}`, { waitUntil: "commit" });
  const first = page.locator("canvas[data-drawn]").filter({ visible: true });
  await expect(first).toHaveCount(1);
  const place = await first.boundingBox();

  letScriptsCome();

  const map = new SeatMapPage(page, show);
  await expect(map.canvas).toHaveAttribute("data-k", /\d/);
  expect(await map.canvas.boundingBox()).toEqual(place);
});
