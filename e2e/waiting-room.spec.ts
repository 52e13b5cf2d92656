import AxeBuilder from "@axe-core/playwright";
import { lockBody } from "./api-client";
import { expect, test } from "./fixtures";
import { SeatMapPage } from "./seat-map-page";

test("who waits is told honestly, keeps their place, and is let in when the one before them has booked", async ({
  page,
  world,
  signIn,
  anotherBrowser,
}) => {
  const [show, first, second] = [await world.show(), await world.fan(), await world.fan()];
  await world.waitingRoom(show, { activeMax: 1, admitPerMinute: 600 });
  await signIn(page.context(), first);
  const inside = new SeatMapPage(page, show);
  await page.goto(inside.address);
  await inside.drawn();

  const other = await (await anotherBrowser(second)).newPage();
  await other.goto(inside.address);
  const ahead = other.getByRole("heading", { name: "내 앞에 기다리는 사람" });
  await expect(ahead).toBeVisible();
  await expect(other.getByRole("application")).toHaveCount(0);
  await other.reload();
  await expect(ahead).toBeVisible();

  await inside.pick(9);
  await inside.hold(1);
  await inside.book();

  await new SeatMapPage(other, show).drawn();
});

test("a door that is closed is said to be, and the page can be left", async ({ page, world, signIn }) => {
  const show = await world.show();
  await world.waitingRoom(show, { isPaused: true });
  await signIn(page.context(), await world.fan());
  await page.goto(`/schedules/${show.scheduleId}`);
  await expect(page.getByRole("alert").filter({ hasText: "입장을 잠시 멈췄어요" })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);

  await page.getByRole("button", { name: "대기열에서 나가기" }).click();
  await expect(page).toHaveURL(new RegExp(`/events/${show.slug}$`));
});

test("nobody passes the door by knowing an address: not unknown, and not through the API", async ({
  page,
  world,
  apiOf,
  ledger,
}) => {
  const show = await world.show();
  await world.waitingRoom(show, { isPaused: true });
  await page.goto(`/schedules/${show.scheduleId}`);
  await expect(page.getByRole("link", { name: "로그인하고 줄 서기" })).toBeVisible();

  const api = await apiOf(await world.fan());
  const refused = await api.post("/api/v1/seats/lock", { data: lockBody(show, 0) });
  expect(refused.status()).toBe(403);
  expect((await refused.json()).error.code).toBe("queue_pass_required");
  expect(await ledger.takenSeats(show.scheduleId)).toEqual([]);

  await world.waitingRoom(show, { isPaused: false });
  await expect
    .poll(async () => (await (await api.post(`/api/v1/schedules/${show.scheduleId}/queue`)).json()).state)
    .toBe("admitted");
  expect((await api.post("/api/v1/seats/lock", { data: lockBody(show, 0) })).status()).toBe(200);
});
