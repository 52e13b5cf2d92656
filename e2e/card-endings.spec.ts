import { aPendingBooking } from "./api-client";
import { CheckoutPage } from "./checkout-page";
import { test as base, expect } from "./fixtures";
import type { Fan, Show } from "./world";

// The gateway is given up after 8 s, and the sweeper comes by every 10 s.
base.describe.configure({ timeout: 120_000 });
const UNTIL_SETTLED = { timeout: 40_000 };

const TOTAL_KRW = 150_000;

/** A fan at the checkout of one seat. When the test is over, every promise about it must still be kept. */
const test = base.extend<{ sale: { show: Show; fan: Fan; checkout: CheckoutPage } }>({
  sale: async ({ page, world, signIn, apiOf, ledger }, use) => {
    const [show, fan] = [await world.show(), await world.fan()];
    await signIn(page.context(), fan);
    const checkout = new CheckoutPage(page, await aPendingBooking(await apiOf(fan), show, 0));
    await checkout.open();
    await use({ show, fan, checkout });
    expect(await ledger.violationsOf(show.scheduleId)).toEqual([]);
  },
});

test.describe("however a card payment ends, money and seats agree", () => {
  test("declined: nothing is charged, the seats stay, and another card may be tried", async ({
    sale,
    page,
    ledger,
  }) => {
    const { checkout } = sale;

    await checkout.payByCard("declined");

    await expect(checkout.alert.filter({ hasText: "한도가 부족해 카드가 거절됐어요" })).toBeVisible();
    await expect(page.getByLabel("카드 번호")).toHaveValue("4000 0000 0000 9995");
    await expect(page.getByLabel("보안 코드(CVC)")).toHaveValue("");
    expect(await ledger.cardKrwOf(checkout.bookingId)).toBe(0);
    expect((await ledger.takenSeats(sale.show.scheduleId)).map((seat) => seat.heldBy)).toEqual([sale.fan.userId]);

    await checkout.payByCard("approved");
    await checkout.done();
    expect((await ledger.paymentsOf(checkout.bookingId)).map((payment) => payment.status)).toEqual([
      "declined",
      "succeeded",
    ]);
    expect(await ledger.cardKrwOf(checkout.bookingId)).toBe(TOTAL_KRW);
  });

  test("slow: the page says that it waits for the card company, and then it is paid once", async ({
    sale,
    page,
    ledger,
  }) => {
    const { checkout } = sale;

    await checkout.payByCard("slow");

    await expect(page.getByText(/카드사 응답을 기다리고 있어요 \(\d+초\)/)).toBeVisible();
    await expect(checkout.payButton).toBeDisabled();
    await checkout.done();
    expect(await ledger.cardKrwOf(checkout.bookingId)).toBe(TOTAL_KRW);
  });

  test("charged, but the answer is lost: the page waits without a way to pay again, and the ticket comes", async ({
    sale,
    page,
    ledger,
  }) => {
    const { checkout } = sale;

    await checkout.payByCard("chargedWithoutAnswer");

    const outcome = page.getByRole("heading", { name: /결제를 확인하고 있어요|예매가 끝났어요/ });
    await expect(outcome).toBeVisible(UNTIL_SETTLED);
    await expect(checkout.payButton).toHaveCount(0);
    await checkout.done();
    expect((await ledger.paymentsOf(checkout.bookingId)).map((payment) => payment.status)).toEqual(["succeeded"]);
    expect(await ledger.cardKrwOf(checkout.bookingId)).toBe(TOTAL_KRW);
  });

  test("the charge never arrives: nothing is paid, and once that is certain the form is back", async ({
    sale,
    clock,
    ledger,
  }) => {
    const { checkout } = sale;

    await checkout.payByCard("neverArrives");
    await expect(checkout.panel("결제를 확인하고 있어요")).toBeVisible(UNTIL_SETTLED);
    await expect(checkout.payButton).toHaveCount(0);
    await clock.agePayments(checkout.bookingId, 60);

    await expect(checkout.alert.filter({ hasText: "카드사가 응답하지 않아 결제를 멈췄어요" })).toBeVisible(
      UNTIL_SETTLED,
    );
    expect(await ledger.cardKrwOf(checkout.bookingId)).toBe(0);
    await checkout.payByCard("approved");
    await checkout.done();
    expect(await ledger.cardKrwOf(checkout.bookingId)).toBe(TOTAL_KRW);
  });

  test("notified twice: one payment, one ticket", async ({ sale, ledger }) => {
    const { checkout } = sale;

    await checkout.payByCard("notifiedTwice");

    await checkout.done();
    expect((await ledger.paymentsOf(checkout.bookingId)).map((payment) => payment.status)).toEqual(["succeeded"]);
    expect(await ledger.cardKrwOf(checkout.bookingId)).toBe(TOTAL_KRW);
  });

  test("paid after the time ran out: the money goes back by itself and the fan is told", async ({
    sale,
    page,
    clock,
    ledger,
  }) => {
    const { checkout } = sale;

    await checkout.payByCard("chargedWithoutAnswer");
    await expect.poll(() => ledger.paymentsOf(checkout.bookingId)).toHaveLength(1);
    await clock.leaveBooking(checkout.bookingId, 0);

    await expect(checkout.panel("결제가 늦게 도착해 전액 환불해요")).toBeVisible(UNTIL_SETTLED);
    await expect(checkout.payButton).toHaveCount(0);
    await expect.poll(() => ledger.cardKrwOf(checkout.bookingId), UNTIL_SETTLED).toBe(0);
    await page.getByRole("main").getByRole("link", { name: "예매 내역 보기" }).click();
    await expect(page.getByText("₩150,000을 환불했어요")).toBeVisible();
  });
});
