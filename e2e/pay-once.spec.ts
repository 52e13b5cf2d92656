import { aPendingBooking } from "./api-client";
import { CheckoutPage } from "./checkout-page";
import { expect, test } from "./fixtures";
import { SeatMapPage } from "./seat-map-page";

test("two tabs pay the same booking at once: one charge, and both end on the ticket", async ({
  context,
  world,
  signIn,
  apiOf,
  ledger,
}) => {
  const [show, fan] = [await world.show(), await world.fan({ points: 900_000 })];
  const bookingId = await aPendingBooking(await apiOf(fan), show, 0, 1);
  await signIn(context, fan);
  const [first, second] = [
    new CheckoutPage(await context.newPage(), bookingId),
    new CheckoutPage(await context.newPage(), bookingId),
  ];
  await first.open();
  await second.open();
  await first.fillCard("slow");
  await second.fillCard("approved");

  await Promise.all([first.payButton.click(), second.payButton.click()]);

  await Promise.all([first.done(), second.done()]);
  expect(await ledger.cardKrwOf(bookingId)).toBe(300_000);
  const succeeded = (await ledger.paymentsOf(bookingId)).filter((payment) => payment.status === "succeeded");
  expect(succeeded).toHaveLength(1);
  expect(await ledger.violationsOf(show.scheduleId)).toEqual([]);
});

test("a tab left open while another one paid never shows a form that could pay again", async ({
  context,
  world,
  signIn,
  apiOf,
  ledger,
}) => {
  const [show, fan] = [await world.show(), await world.fan({ points: 900_000 })];
  const bookingId = await aPendingBooking(await apiOf(fan), show, 0);
  await signIn(context, fan);
  const [idle, active] = [
    new CheckoutPage(await context.newPage(), bookingId),
    new CheckoutPage(await context.newPage(), bookingId),
  ];
  await idle.open();
  await active.open();
  await active.payWithPoints();
  await active.done();

  await idle.payWithPoints();

  await idle.done();
  expect(await ledger.balanceOf(fan.userId)).toBe(750_000);
  expect(await ledger.paymentsOf(bookingId)).toHaveLength(1);
});

test("a double click holds once, books once and pays once", async ({ page, world, signIn, ledger }) => {
  const [show, fan] = [await world.show(), await world.fan({ points: 900_000 })];
  await signIn(page.context(), fan);
  const map = new SeatMapPage(page, show);
  await map.open();
  await map.pick(0);

  await map.holdButton(1).dblclick();
  await expect(map.countdown).toBeVisible();
  await expect(map.held).toHaveCount(1);
  await map.bookButton.dblclick();
  await page.waitForURL(/\/checkout\//);
  const bookings = await ledger.bookingsOf(show.scheduleId);
  expect(bookings).toHaveLength(1);
  const checkout = new CheckoutPage(page, bookings[0]?.id ?? "");
  await checkout.ready();
  await checkout.choose("포인트");
  await checkout.payButton.dblclick();

  await checkout.done();
  expect(await ledger.bookingsOf(show.scheduleId)).toHaveLength(1);
  expect(await ledger.paymentsOf(checkout.bookingId)).toHaveLength(1);
  expect(await ledger.balanceOf(fan.userId)).toBe(750_000);
  expect(await ledger.violationsOf(show.scheduleId)).toEqual([]);
});

test("after paying, going back never leads to a form that can pay", async ({ page, world, signIn, apiOf }) => {
  const [show, fan] = [await world.show(), await world.fan({ points: 900_000 })];
  const bookingId = await aPendingBooking(await apiOf(fan), show, 0);
  await signIn(page.context(), fan);
  const checkout = new CheckoutPage(page, bookingId);
  await page.goto("/bookings");
  await page.getByRole("link", { name: "이어서 결제하기" }).click();
  await checkout.ready();
  await checkout.payWithPoints();
  await checkout.done();

  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "내 예매" })).toBeVisible();
  await expect(page.getByRole("article")).toContainText("예매 완료");
  await expect(page.getByRole("link", { name: "이어서 결제하기" })).toHaveCount(0);

  await page.goto(`/checkout/${bookingId}`);
  await checkout.done();
  await expect(checkout.payButton).toHaveCount(0);
});

test("reloading keeps the hold and its countdown, and a second look at the map in a new tab has them too", async ({
  context,
  page,
  world,
  signIn,
  clock,
}) => {
  const [show, fan] = [await world.show(), await world.fan()];
  await signIn(context, fan);
  const map = new SeatMapPage(page, show);
  await map.open();
  await map.pick(3, 4);
  await map.hold(2);
  await clock.leaveHolds(show.scheduleId, 50);

  await page.reload();

  await expect(map.held).toHaveCount(2);
  await expect(map.countdown).toHaveText(/0:(4\d|50)$/);
  const again = new SeatMapPage(await context.newPage(), show);
  await again.open();
  await expect(again.held).toHaveCount(2);
  await expect(again.countdown).toHaveText(/0:(4\d|50)$/);
});
