import type { Locator } from "@playwright/test";
import { expect, test } from "./fixtures";
import { SeatMapPage } from "./seat-map-page";
import { tabTo } from "./tab-to";

test("a whole purchase with Tab, Enter, Space and arrows alone, each stop with a name and a role", async ({
  page,
  world,
  signIn,
  ledger,
}) => {
  const [show, fan] = [await world.show(), await world.fan({ points: 300_000 })];
  await signIn(page.context(), fan);
  const { keyboard } = page;
  const press = async (target: Locator, key = "Enter") => {
    await tabTo(page, target);
    await keyboard.press(key);
  };
  // Where the focused link has gone with its page, Firefox's Tab leaves for the toolbar; without a window it never
  // comes back. Loaded anew, the page begins at its beginning.
  const beginAnew = () => page.reload();
  const main = page.getByRole("main");
  const map = new SeatMapPage(page, show);

  await page.goto(`/events/${show.slug}`);
  await press(page.getByRole("link", { name: "본문으로 건너뛰기" }));
  await press(main.getByRole("link", { name: /회차 좌석 고르기$/ }));
  await page.waitForURL(/\/schedules\//);
  await beginAnew();
  await map.drawn();

  await press(page.getByRole("button", { name: "목록으로 고르기" }));
  await press(page.getByRole("button", { name: /^A구역/ }));
  await press(page.getByRole("button", { name: /^1열/ }));
  await expect(map.listed(0)).toHaveAccessibleName("A구역 1열 1번, VIP석, 150,000원, 선택 가능");
  await press(map.listed(0), "Space");
  await expect(map.listed(0)).toBeChecked();
  await expect(map.listed(0)).toHaveAccessibleName(/내가 고른 좌석$/);
  await press(map.listed(1), "Space");
  await expect(map.chosen).toHaveCount(2);

  await press(map.holdButton(2));
  await expect(map.countdown).toBeVisible();
  await expect(page.getByRole("heading", { name: "2석을 선점했어요" })).toBeFocused();
  await tabTo(page, page.getByRole("radio", { name: /^모바일 티켓/ }));
  await keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: /^현장 수령/ })).toBeChecked();
  await press(map.bookButton);
  await page.waitForURL(/\/checkout\//);
  await beginAnew();

  const pay = main.getByRole("button", { name: "₩300,000 결제하기" });
  await expect(pay).toBeEnabled();
  await expect(main.getByRole("timer")).toBeVisible();
  await expect(main.getByRole("region", { name: "예매 내용" })).toBeVisible();
  await tabTo(page, page.getByRole("radio", { name: /^포인트/ }));
  await keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: /^카드/ })).toBeChecked();
  await tabTo(page, page.getByRole("textbox", { name: "카드 번호" }));
  await keyboard.type("4242424242424242");
  await keyboard.press("Tab");
  await keyboard.type("1234");
  await keyboard.press("Tab");
  await keyboard.type("123");
  await press(pay);

  await expect(page.getByRole("heading", { level: 1, name: "예매가 끝났어요" })).toBeVisible();
  await beginAnew();
  await press(main.getByRole("link", { name: "내 예매 보기" }));
  await expect(page.getByRole("heading", { level: 1, name: "내 예매" })).toBeVisible();
  expect((await ledger.takenSeats(show.scheduleId)).map((seat) => seat.status)).toEqual(["sold", "sold"]);
  expect(await ledger.violationsOf(show.scheduleId)).toEqual([]);
});

test("the picture of the hall is walked with arrows and answers to Enter", async ({ page, world, signIn }) => {
  const [show, fan] = [await world.show(), await world.fan()];
  await signIn(page.context(), fan);
  const map = new SeatMapPage(page, show);
  await map.open();

  await tabTo(page, map.canvas);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");

  await expect(map.chosen).toHaveText([/A구역 2열 2번/]);
  await page.keyboard.press("Enter");
  await expect(map.chosen).toHaveCount(0);
});

test("a form that was sent with faults says which, beside each field, and the focus goes there", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel("이메일").fill("nobody");
  await page.keyboard.press("Enter");

  await expect(page.getByLabel("이메일")).toBeFocused();
  await expect(page.getByLabel("이메일")).toHaveAccessibleDescription("이메일 주소를 확인해 주세요.");
  await expect(page.getByLabel("비밀번호")).toHaveAccessibleDescription("비밀번호를 입력해 주세요.");
  await expect(page.getByLabel("이메일")).toHaveValue("nobody");
});
