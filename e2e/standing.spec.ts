import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures";
import { SeatMapPage } from "./seat-map-page";
import { tabTo } from "./tab-to";
import { STANDING_AREA } from "./world";

/** The first place of the standing area: all of them lie at its middle. */
const FIRST_PLACE = 64;

test("a standing area is pressed on the map and its places are held by number of people", async ({
  page,
  world,
  signIn,
  ledger,
}) => {
  const [show, fan] = [await world.show({ standingPlaces: 5 }), await world.fan()];
  await signIn(page.context(), fan);
  const map = new SeatMapPage(page, show);
  await map.open();

  await map.canvas.click({ position: await map.placeOf(FIRST_PLACE) });
  await expect(page.getByRole("heading", { name: STANDING_AREA })).toBeFocused();
  await expect(map.panel).toContainText("₩66,000 · 5자리 남음");
  await expect(map.panel).toContainText("번호 순서대로 입장해요");
  await page.getByRole("button", { name: "한 명 늘리기" }).click();
  await page.getByRole("button", { name: "3명 자리 선점하기" }).click();

  await expect(map.countdown).toBeVisible();
  await expect(map.held).toHaveText([/스탠딩 A 입장번호 1–3번/]);
  await expect(map.panel).toContainText("₩198,000");
  expect((await ledger.takenSeats(show.scheduleId)).map(({ seatIndex }) => seatIndex)).toEqual([64, 65, 66]);

  await page.getByRole("button", { name: "스탠딩 A 입장번호 1–3번 선점 풀기" }).click();
  await expect(map.countdown).toBeHidden();
  expect(await ledger.takenSeats(show.scheduleId)).toEqual([]);
  expect(await ledger.violationsOf(show.scheduleId)).toEqual([]);
});

test("the list sells a standing area by number of people too, by keyboard alone, beside numbered seats", async ({
  page,
  world,
  signIn,
  ledger,
}) => {
  const [show, fan] = [await world.show({ standingPlaces: 2 }), await world.fan()];
  await signIn(page.context(), fan);
  const map = new SeatMapPage(page, show);
  await map.open();
  await map.openList();
  const area = page.getByRole("button", { name: new RegExp(`^${STANDING_AREA}`) });
  await expect(area).toHaveAccessibleName(/2석 남음$/);
  await expect(area).not.toHaveAttribute("aria-expanded");

  await tabTo(page, area);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: STANDING_AREA })).toBeFocused();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(area).toBeFocused();

  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "한 명 늘리기" })).toHaveAttribute("aria-disabled", "true");
  await tabTo(page, page.getByRole("button", { name: "2명 자리 선점하기" }));
  await page.keyboard.press("Enter");
  await expect(map.held).toHaveText([/스탠딩 A 입장번호 1–2번/]);

  await map.openRow(map.seat(0));
  await map.listed(0).click();
  await map.panel.getByRole("button", { name: "1석 선점하기" }).click();
  await expect(map.held).toHaveText([/A구역 1열 1번/, /스탠딩 A 입장번호 1–2번/]);
  expect((await ledger.takenSeats(show.scheduleId)).map(({ seatIndex }) => seatIndex)).toEqual([0, 64, 65]);
});

test("the keyboard meets a standing area on the map as one, never place by place", async ({ page, world }) => {
  const map = new SeatMapPage(page, await world.show({ standingPlaces: 3 }));
  await map.open();
  await tabTo(page, map.canvas);

  for (const key of ["PageDown", "PageDown", "End"]) await page.keyboard.press(key);
  await expect(page.getByRole("status").filter({ hasText: `${STANDING_AREA}, 3석 남음` })).toHaveCount(1);
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { name: STANDING_AREA })).toBeFocused();
});
