import { CheckoutPage } from "./checkout-page";
import { expect, test } from "./fixtures";
import { SeatMapPage } from "./seat-map-page";

test("from the front page to a ticket: search, choose, hold, book, pay by card, and cancel again", async ({
  page,
  world,
  ledger,
}) => {
  const [show, fan] = [await world.show(), await world.fan()];
  const map = new SeatMapPage(page, show);

  await page.goto("/");
  await page.getByRole("link", { name: "로그인" }).click();
  await page.getByLabel("이메일").fill(fan.email);
  await page.getByLabel("비밀번호").fill(fan.password);
  await page.getByRole("button", { name: "로그인하기" }).click();
  await expect(page.getByRole("button", { name: `${fan.name}님의 계정 메뉴` })).toBeVisible();

  await page.getByRole("searchbox", { name: "공연 검색" }).pressSequentially(show.titleKo);
  await page.getByRole("link", { name: show.titleKo }).click();
  await expect(page.getByRole("heading", { level: 1, name: show.titleKo })).toBeVisible();
  await page.getByRole("link", { name: /회차 좌석 고르기$/ }).click();
  await map.drawn();

  await map.pick(10, 11);
  await expect(map.panel).toContainText("₩198,000");
  await map.hold(2);
  const bookingId = await map.book();

  const checkout = new CheckoutPage(page, bookingId);
  await checkout.ready();
  await expect(checkout.order).toContainText("A구역 2열 3번");
  await expect(checkout.order).toContainText("A구역 2열 4번");
  await expect(checkout.order).toContainText("₩198,000");
  await checkout.payByCard("approved");
  await checkout.done();

  const ticket = page.getByRole("article");
  await expect(ticket.getByRole("listitem")).toHaveCount(2);
  await expect(ticket).toContainText("A구역 2열 3번");
  await expect(ticket).toContainText("A구역 2열 4번");
  const seats = { status: "sold", heldBy: null };
  expect(await ledger.takenSeats(show.scheduleId)).toEqual([
    { seatIndex: 10, ...seats },
    { seatIndex: 11, ...seats },
  ]);
  expect(await ledger.cardKrwOf(bookingId)).toBe(198_000);

  await page.getByRole("main").getByRole("link", { name: "내 예매 보기" }).click();
  const card = page.getByRole("article").filter({ hasText: show.titleKo });
  await expect(card).toContainText("예매 완료");
  await card.getByRole("link", { name: show.titleKo }).click();

  await page.getByRole("button", { name: "예매 취소하기" }).click();
  const question = page.getByRole("dialog", { name: "이 예매를 취소할까요?" });
  await expect(question).toContainText("₩198,000 전액이 결제한 카드로 돌아가요.");
  await question.getByRole("button", { name: "2석 취소하기" }).click();
  await expect(page.getByText("₩198,000을 환불했어요")).toBeVisible();

  expect(await ledger.takenSeats(show.scheduleId)).toEqual([]);
  expect(await ledger.cardKrwOf(bookingId)).toBe(0);
  expect(await ledger.violationsOf(show.scheduleId)).toEqual([]);
});

test("with points, from the list of seats; cancelling gives points and seats back and the history says so", async ({
  page,
  world,
  ledger,
  signIn,
}) => {
  const [show, fan] = [await world.show(), await world.fan({ points: 200_000 })];
  await signIn(page.context(), fan);
  const map = new SeatMapPage(page, show);
  await map.open();

  await map.openList();
  await map.openRow(map.seat(32));
  await map.listed(32).click();
  await expect(map.listed(32)).toBeChecked();
  await map.hold(1);
  const bookingId = await map.book();

  const checkout = new CheckoutPage(page, bookingId);
  await checkout.ready();
  await expect(page.getByRole("main")).toContainText("134,000P");
  await checkout.payWithPoints();
  await checkout.done();
  expect(await ledger.balanceOf(fan.userId)).toBe(134_000);

  await page.goto(`/bookings/${bookingId}`);
  await page.getByRole("button", { name: "예매 취소하기" }).click();
  const question = page.getByRole("dialog", { name: "이 예매를 취소할까요?" });
  await expect(question).toContainText("₩66,000 전액이 포인트로 바로 돌아와요.");
  await question.getByRole("button", { name: "1석 취소하기" }).click();
  await expect(page.locator("[data-sonner-toast]")).toContainText("예매를 취소했어요");
  await expect(page.getByText("포인트로 모두 돌아왔어요.")).toBeVisible();
  expect(await ledger.balanceOf(fan.userId)).toBe(200_000);
  expect(await ledger.takenSeats(show.scheduleId)).toEqual([]);

  await page.goto("/points");
  await expect(page.getByRole("main").getByText("200,000P", { exact: true })).toBeVisible();
  const history = page.getByRole("region", { name: "포인트 내역" }).getByRole("list").last().getByRole("listitem");
  await expect(history).toHaveText([/^환불.*\+66,000P/, /^사용.*-66,000P/, /^충전.*\+200,000P/]);
  await page.getByRole("navigation", { name: "내역 종류" }).getByRole("link", { name: "환불" }).click();
  await expect(history).toHaveText([/^환불/]);
  expect(await ledger.violationsOf(show.scheduleId)).toEqual([]);
});

test("points are bought by card, and there at once", async ({ page, world, ledger, signIn }) => {
  const fan = await world.fan({ points: 5_000 });
  await signIn(page.context(), fan);
  await page.goto("/points");

  await page.getByRole("button", { name: "포인트 충전하기" }).click();
  await page.getByLabel("충전할 금액(원)").pressSequentially("50000");
  await expect(page.getByLabel("충전할 금액(원)")).toHaveValue("50,000");
  await page.getByText("데모: 시험용 카드로 채우기").click();
  await page.getByRole("button", { name: "바로 승인돼요" }).click();
  await page.getByRole("button", { name: "₩50,000 충전하기" }).click();

  await expect(page.getByText("50,000P를 충전했어요")).toBeVisible();
  await expect(page.getByRole("main").getByText("55,000P", { exact: true })).toBeVisible();
  expect(await ledger.balanceOf(fan.userId)).toBe(55_000);
});
