import AxeBuilder from "@axe-core/playwright";
import { lockSeats } from "./api-client";
import { expect, test } from "./fixtures";
import { SeatMapPage } from "./seat-map-page";
import { tabTo } from "./tab-to";

test("a lonely seat is told of before anything is sent, and taken along at a press", async ({
  page,
  world,
  signIn,
  ledger,
}) => {
  const [show, fan] = [await world.show({ leavesNoOrphans: true }), await world.fan()];
  await signIn(page.context(), fan);
  const map = new SeatMapPage(page, show);
  await map.open();

  await map.pick(1);
  await expect(map.panel).toContainText("이대로면 A구역 1열 1번만 외따로 남아요");
  await map.holdButton(1).click();
  await expect(map.panel.getByText("한 자리만 떨어져 남지 않게")).toBeVisible();
  expect(await ledger.takenSeats(show.scheduleId)).toEqual([]);

  await map.panel.getByRole("button", { name: "1번도 고르기" }).click();
  await expect(map.panel).not.toContainText("외따로");
  await map.hold(2);
  expect((await ledger.takenSeats(show.scheduleId)).map(({ seatIndex }) => seatIndex)).toEqual([0, 1]);
});

test("a choice is moved along by one seat, by keyboard alone, and the list says which seat is lonely", async ({
  page,
  world,
  signIn,
  ledger,
}) => {
  const [show, fan] = [await world.show({ leavesNoOrphans: true, seatsPerUserMax: 2 }), await world.fan()];
  await signIn(page.context(), fan);
  const map = new SeatMapPage(page, show);
  await map.open();
  await map.openList();
  await map.openRow(map.seat(0));
  for (const seat of [1, 2]) {
    await tabTo(page, map.listed(seat));
    await page.keyboard.press("Space");
    await expect(map.listed(seat)).toBeChecked();
  }
  await expect(map.listed(0)).toHaveAccessibleName(/이대로면 외따로 남아요$/);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);

  await tabTo(page, map.holdButton(2));
  await page.keyboard.press("Enter");
  await tabTo(page, map.panel.getByRole("button", { name: "3번 대신 1번 고르기" }));
  await page.keyboard.press("Enter");
  await tabTo(page, map.holdButton(2));
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { name: "2석을 선점했어요" })).toBeFocused();
  expect((await ledger.takenSeats(show.scheduleId)).map(({ seatIndex }) => seatIndex)).toEqual([0, 1]);
});

test("nothing is said where the schedule does not mind", async ({ page, world }) => {
  const map = new SeatMapPage(page, await world.show());
  await map.open();
  await map.pick(1);

  await expect(map.holdButton(1)).toBeVisible();
  await expect(map.panel).not.toContainText("외따로");
});

test("a lonely seat that only the server knows of is refused, named, and nothing is held", async ({
  page,
  world,
  signIn,
  apiOf,
  ledger,
  complaints,
}) => {
  const [show, fan] = [await world.show({ leavesNoOrphans: true }), await world.fan()];
  await signIn(page.context(), fan);
  // The page hears nothing of what others do after it was made.
  complaints.expect(/availability|ERR_FAILED|Failed to load resource|NetworkError/);
  await page.route(/\/availability/, (route) => route.abort());
  const map = new SeatMapPage(page, show);
  await map.open();
  await map.pick(2, 3);
  await expect(map.panel).not.toContainText("외따로");
  expect((await lockSeats(await apiOf(await world.fan()), show, 5)).ok()).toBe(true);

  await map.holdButton(2).click();

  await expect(map.alert).toContainText("A구역 1열 5번");
  await expect(map.alert).toContainText("외따로");
  expect((await ledger.takenSeats(show.scheduleId)).map(({ seatIndex }) => seatIndex)).toEqual([5]);
});
