import { aGate } from "@/lib/testing/gate";
import { expect, test } from "./fixtures";

test("search finds by title, category narrows, and what is not there says so with a way back", async ({
  page,
  world,
}) => {
  const show = await world.show();
  await page.goto("/");

  await page.getByRole("searchbox", { name: "공연 검색" }).pressSequentially(show.titleKo);
  await expect(page.getByRole("heading", { name: "찾은 공연 1편" })).toBeVisible();
  await expect(page.getByRole("link", { name: show.titleKo })).toBeVisible();
  await expect(page.getByRole("article")).toContainText(["₩66,000부터"]);

  await page.getByRole("navigation", { name: "분류" }).getByRole("link", { name: "콘서트" }).click();
  await expect(page).toHaveURL(/category=concert/);
  await expect(page.getByRole("link", { name: show.titleKo })).toBeVisible();
  await page.getByRole("navigation", { name: "분류" }).getByRole("link", { name: "연극" }).click();
  await expect(page.getByText("조건에 맞는 공연이 없어요")).toBeVisible();

  await page.goBack();
  await expect(page.getByRole("link", { name: show.titleKo })).toBeVisible();
  await page.getByRole("navigation", { name: "날짜" }).getByRole("link", { name: "오늘" }).click();
  await expect(page.getByText("조건에 맞는 공연이 없어요")).toBeVisible();
  await page.getByRole("link", { name: "모든 공연 보기" }).click();
  await expect(page.getByRole("searchbox", { name: "공연 검색" })).toHaveValue("");
});

test("whoever types and then follows a link at once goes where the link leads", async ({ page, world }) => {
  const show = await world.show();
  await page.goto(`/?q=${encodeURIComponent(show.titleKo)}`);
  const link = page.getByRole("link", { name: show.titleKo });
  await expect(link).toBeVisible();
  await expect(page.getByRole("searchbox", { name: "공연 검색" })).toHaveValue(show.titleKo);

  // The search that the typing starts is slow: it answers only once the link has been followed.
  const arrival = aGate();
  await page.route(
    (url) => url.searchParams.get("q")?.includes("!") ?? false,
    async (route) => {
      await arrival.opened;
      await route.continue();
    },
  );
  await page.getByRole("searchbox", { name: "공연 검색" }).pressSequentially("!");
  await link.click();

  await expect(page.getByRole("heading", { level: 1, name: show.titleKo })).toBeVisible();
  arrival.open();
  await expect(page).toHaveURL(`/events/${show.slug}`);
});

test("an event's page says when, how much and how many seats are left, and what has not opened cannot be bought", async ({
  page,
  world,
}) => {
  const show = await world.show();
  await page.goto(`/events/${show.slug}`);
  await expect(page.getByRole("heading", { level: 1, name: show.titleKo })).toBeVisible();
  const main = page.getByRole("main");
  await expect(main).toContainText("64석 남음");
  for (const price of ["₩150,000", "₩99,000", "₩66,000"]) await expect(main).toContainText(price);

  const hour = 3_600_000;
  const soon = await world.show({
    salesOpenAt: new Date(Date.now() + hour),
    startsAt: new Date(Date.now() + 48 * hour),
  });
  await page.goto(`/events/${soon.slug}`);
  await expect(main).toContainText("오픈 예정");
  await expect(main.getByRole("link", { name: /좌석 고르기/ })).toHaveCount(0);
  await page.goto(`/schedules/${soon.scheduleId}`);
  await expect(main.getByText("예매가 곧 열려요")).toBeVisible();
  await expect(main.getByRole("timer")).toHaveText(/^00:(59|60|58):\d\d$|^01:00:00$/);
});
