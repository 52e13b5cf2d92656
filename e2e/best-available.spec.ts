import { lockSeats } from "./api-client";
import { FindSeatsPanel } from "./find-seats-panel";
import { expect, test } from "./fixtures";
import { SeatMapPage } from "./seat-map-page";
import { tabTo } from "./tab-to";

test("one press holds the best seats for a party, side by side, and says which", async ({
  page,
  world,
  signIn,
  ledger,
}) => {
  const [show, fan] = [await world.show(), await world.fan()];
  await signIn(page.context(), fan);
  const [map, find] = [new SeatMapPage(page, show), new FindSeatsPanel(page)];
  await map.open();

  await find.open();
  await find.more.click();
  await expect(find.people).toContainText("3명");
  await find.grade.selectOption("VIP");
  await expect(find.left).toHaveText("조건에 맞는 빈자리 8석");
  await find.holdButton(3).click();

  await expect(map.countdown).toBeVisible();
  await expect(map.held).toHaveCount(3);
  await expect(map.panel.getByRole("status").filter({ hasText: /^A구역 1열 \d–\d번을 잡았어요/ })).toBeVisible();
  const taken = (await ledger.takenSeats(show.scheduleId)).map(({ seatIndex }) => seatIndex);
  expect(taken).toHaveLength(3);
  expect(taken.map((seat) => seat - (taken[0] ?? 0))).toEqual([0, 1, 2]);
  expect(await ledger.violationsOf(show.scheduleId)).toEqual([]);
});

test("what is looked for stands out, is counted, and is forgotten at a press", async ({ page, world }) => {
  const map = new SeatMapPage(page, await world.show());
  const find = new FindSeatsPanel(page);
  await map.open();
  await find.open();
  await expect(find.left).toHaveText("빈자리 64석");

  await find.priceMax.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(find.left).toHaveText("조건에 맞는 빈자리 56석");
  await expect(map.panel).toContainText("₩66,000 – ₩99,000");
  await find.accessible.check();
  await expect(find.left).toHaveText("조건에 맞는 빈자리 1석");

  await find.clear.click();
  await expect(find.left).toHaveText("빈자리 64석");
  await expect(find.accessible).not.toBeChecked();
  await page.keyboard.press("Escape");
  await expect(find.heading).toBeHidden();
});

test("seats together are those with room for the whole party, as they are this moment", async ({
  page,
  world,
  apiOf,
}) => {
  const show = await world.show();
  const map = new SeatMapPage(page, show);
  const find = new FindSeatsPanel(page);
  await map.open();
  await find.open();
  await find.grade.selectOption("VIP");
  await find.more.click();
  await find.together.check();
  await expect(find.left).toHaveText("조건에 맞는 빈자리 8석");

  expect((await lockSeats(await apiOf(await world.fan()), show, 2)).ok()).toBe(true);

  await expect(find.left).toHaveText("조건에 맞는 빈자리 5석");
});

test("a party that no row has room for sits in two rows, one behind the other, and is told so", async ({
  page,
  world,
  signIn,
  apiOf,
  ledger,
}) => {
  const [show, fan] = [await world.show(), await world.fan()];
  // Two seats are left side by side in each row of the grade, and never three.
  expect((await lockSeats(await apiOf(await world.fan()), show, 10, 13, 18, 21)).ok()).toBe(true);
  expect((await lockSeats(await apiOf(await world.fan()), show, 26, 29)).ok()).toBe(true);
  await signIn(page.context(), fan);
  const [map, find] = [new SeatMapPage(page, show), new FindSeatsPanel(page)];
  await map.open();
  await find.open();
  await find.grade.selectOption("R");
  await find.more.click();
  await find.more.click();
  await find.holdButton(4).click();

  await expect(map.held).toHaveCount(4);
  await expect(map.panel.getByRole("status").filter({ hasText: "앞뒤" })).toBeVisible();
  const rows = (await ledger.takenSeats(show.scheduleId))
    .filter(({ seatIndex }) => ![10, 13, 18, 21, 26, 29].includes(seatIndex))
    .map(({ seatIndex }) => Math.floor(seatIndex / 8));
  expect(rows).toEqual([rows[0], rows[0], (rows[0] ?? 0) + 1, (rows[0] ?? 0) + 1]);
});

test("where no row has room for the party, it is said how many there is room for", async ({
  page,
  world,
  signIn,
  apiOf,
}) => {
  const show = await world.show();
  expect((await lockSeats(await apiOf(await world.fan()), show, 2, 5)).ok()).toBe(true);
  await signIn(page.context(), await world.fan());
  const [map, find] = [new SeatMapPage(page, show), new FindSeatsPanel(page)];
  await map.open();
  await find.open();
  await find.grade.selectOption("VIP");
  await find.more.click();

  await find.holdButton(3).click();
  await expect(map.alert).toContainText("나란히 3석이 비어 있는 곳이 없어요");
  await expect(map.alert).toContainText("나란히 2석까지 있어요");
  await page.getByRole("button", { name: "2명으로 바꾸기" }).click();
  await find.holdButton(2).click();

  await expect(map.held).toHaveCount(2);
});

test("a wheelchair space is found by who asks for one, by keyboard alone", async ({ page, world, signIn, ledger }) => {
  const [show, fan] = [await world.show(), await world.fan()];
  await signIn(page.context(), fan);
  const [map, find] = [new SeatMapPage(page, show), new FindSeatsPanel(page)];
  await map.open();

  await tabTo(page, find.opener);
  await page.keyboard.press("Enter");
  await expect(find.heading).toBeFocused();
  await tabTo(page, page.getByRole("button", { name: "한 명 줄이기" }));
  await page.keyboard.press("Enter");
  await tabTo(page, find.accessible);
  await page.keyboard.press("Space");
  await expect(find.left).toHaveText("조건에 맞는 빈자리 1석");
  await tabTo(page, find.holdButton(1));
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { name: "1석을 선점했어요" })).toBeFocused();
  expect((await ledger.takenSeats(show.scheduleId)).map(({ seatIndex }) => seatIndex)).toEqual([63]);
});

test("who loses a chosen seat is offered the nearest like it, and takes it at one press", async ({
  page,
  world,
  apiOf,
}) => {
  const show = await world.show();
  const map = new SeatMapPage(page, show);
  await map.open();
  await map.pick(10, 11);

  expect((await lockSeats(await apiOf(await world.fan()), show, 11)).ok()).toBe(true);

  await expect(map.alert).toContainText("방금 다른 분이 선택한 좌석이에요");
  await expect(map.alert).toContainText("A구역 2열 4번. 나머지 좌석은 그대로예요.");
  await expect(map.chosen).toHaveCount(1);
  await map.alert.getByRole("button", { name: "A구역 2열 2번 고르기" }).click();
  await expect(map.chosen).toHaveCount(2);
  await expect(map.chosen.filter({ hasText: "A구역 2열 2번" })).toBeVisible();
});
