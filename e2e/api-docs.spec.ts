import { expect, test } from "./fixtures";

test("somebody who writes programs finds the API in the footer, and in it what a lock takes, gives and refuses", async ({
  page,
}) => {
  await page.goto("/en");
  await page.getByRole("contentinfo").getByRole("link", { name: "API" }).click();
  await expect(page).toHaveURL(/\/en\/docs\/api$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("API");

  const lock = page.getByRole("region", { name: "Hold seats by name, all or none", exact: true });
  await lock.scrollIntoViewIfNeeded();
  await expect(lock.getByRole("region", { name: /^Command/ })).toContainText("/api/v1/seats/lock");
  await lock.getByText("Answer 200").focus();
  await page.keyboard.press("Enter");
  await expect(lock.getByText("locked_seats[].ticket_id")).toBeVisible();
  await lock.getByText("Refusals").click();
  await lock.getByRole("link", { name: /seat_unavailable/ }).click();
  await expect(page.locator("#error-seat_unavailable")).toBeInViewport();
});

test("the document that programs read is where the page says, and is kept until it changes", async ({
  page,
  request,
}) => {
  await page.goto("/docs/api");
  const href = await page.getByRole("link", { name: "OpenAPI 3.1" }).getAttribute("href");
  const first = await request.get(href ?? "");
  expect(first.headers()["content-type"]).toContain("application/json");
  expect((await first.json()).paths).toHaveProperty("/seats/lock");

  const again = await request.get(href ?? "", { headers: { "If-None-Match": first.headers()["etag"] ?? "" } });
  expect(again.status()).toBe(304);
});

test("the page fits a phone, and jumps to what is looked for", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto("/docs/api");
  const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(wide).toBeLessThanOrEqual(seen ?? 0);

  await page.getByText("이 페이지에서").click();
  await page.getByRole("navigation", { name: "이 페이지에서" }).getByRole("link", { name: "/points/charges" }).click();
  await expect(page.getByRole("heading", { name: "카드로 포인트를 충전해요" })).toBeInViewport();
});
