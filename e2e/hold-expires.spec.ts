import { aPendingBooking, lockSeats } from "./api-client";
import { CheckoutPage } from "./checkout-page";
import { expect, test } from "./fixtures";
import { SeatMapPage } from "./seat-map-page";

const SECONDS_LEFT = 5;

test("a hold that runs out on screen says so, and the seat is another fan's to take", async ({
  page,
  world,
  signIn,
  apiOf,
  clock,
  ledger,
}) => {
  const [show, fan, other] = [await world.show(), await world.fan(), await world.fan()];
  await signIn(page.context(), fan);
  const map = new SeatMapPage(page, show);
  await map.open();
  await map.pick(5);
  await map.hold(1);
  await clock.leaveHolds(show.scheduleId, SECONDS_LEFT);
  await page.reload();
  await expect(map.countdown).toHaveText(/0:0[1-5]$/);

  await expect(map.alert.filter({ hasText: "선점 시간이 끝나 좌석이 풀렸어요" })).toBeVisible();
  await expect(map.countdown).toBeHidden();

  const taken = await lockSeats(await apiOf(other), show, 5);
  expect(taken.status()).toBe(200);
  expect(await ledger.takenSeats(show.scheduleId)).toEqual([{ seatIndex: 5, status: "held", heldBy: other.userId }]);
  await map.openList();
  await map.openRow(map.seat(5));
  await expect(map.listed(5)).toHaveAccessibleName(/다른 분이 선점 중$/);
  expect(await ledger.violationsOf(show.scheduleId)).toEqual([]);
});

test("a booking whose time runs out on the checkout cannot be paid any more, and its seats are free", async ({
  page,
  world,
  signIn,
  apiOf,
  clock,
  ledger,
}) => {
  const [show, fan, other] = [await world.show(), await world.fan({ points: 500_000 }), await world.fan()];
  const bookingId = await aPendingBooking(await apiOf(fan), show, 5, 6);
  await signIn(page.context(), fan);
  const checkout = new CheckoutPage(page, bookingId);
  await clock.leaveBooking(bookingId, SECONDS_LEFT);
  await page.goto(`/checkout/${bookingId}`);
  await expect(checkout.countdown).toHaveText(/0:0[0-5]$/);

  await expect(checkout.panel("결제 시간이 끝났어요")).toBeVisible();
  await expect(checkout.payButton).toHaveCount(0);

  expect((await lockSeats(await apiOf(other), show, 5, 6)).status()).toBe(200);
  await page.getByRole("main").getByRole("link", { name: "좌석 다시 고르기" }).click();
  const map = new SeatMapPage(page, show);
  await map.drawn();
  await page.goto(`/bookings/${bookingId}`);
  await expect(page.getByRole("main")).toContainText("시간 만료");
  expect(await ledger.balanceOf(fan.userId)).toBe(500_000);
  expect(await ledger.violationsOf(show.scheduleId)).toEqual([]);
});
