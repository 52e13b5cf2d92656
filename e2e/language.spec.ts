import { expect, test } from "./fixtures";

test.describe("a first visit", () => {
  test("of a Korean browser gets Korean at the address itself", async ({ page }) => {
    await page.goto("/");
    expect(new URL(page.url()).pathname).toBe("/");
    await expect(page.locator("html")).toHaveAttribute("lang", "ko");
  });

  test.describe(() => {
    test.use({ locale: "en-GB" });

    test("of an English browser is taken to the English pages", async ({ page }) => {
      await page.goto("/");
      await expect(page).toHaveURL(/\/en$/);
      await expect(page.locator("html")).toHaveAttribute("lang", "en");
    });
  });
});

test("the switch keeps the page, and every word of it is in the other language", async ({ page, world }) => {
  const show = await world.show();
  await page.goto(`/events/${show.slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(show.titleKo);

  await page.getByRole("banner").getByRole("link", { name: "English" }).click();

  await expect(page).toHaveURL(`/en/events/${show.slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(show.titleEn);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("main")).not.toContainText(/[가-힣]/);

  await page.getByRole("banner").getByRole("link", { name: "한국어" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(show.titleKo);
  await expect(page.locator("html")).toHaveAttribute("lang", "ko");
});

test("the switch keeps what was searched for", async ({ page }) => {
  // Pressed at once, scripts or not.
  await page.route("**/_next/static/**/*.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
  await page.goto("/?category=musical&q=%EB%B0%A4");
  await page.getByRole("banner").getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL("/en?category=musical&q=%EB%B0%A4");
  await page.unroute("**/_next/static/**/*.js");
  await page.reload();
  await expect(page.getByRole("searchbox", { name: "Search events" })).toHaveValue("밤");
});

test("a purchase in English is in English to the end", async ({ page, world, signIn }) => {
  const [show, fan] = [await world.show(), await world.fan({ points: 300_000 })];
  await signIn(page.context(), fan);
  await page.goto(`/en/schedules/${show.scheduleId}`);
  await expect(page.getByRole("application")).toHaveAttribute("data-k", /\d/);

  await page.getByRole("button", { name: "Choose from a list" }).click();
  await page.getByRole("button", { name: /^Section A/ }).click();
  await page.getByRole("button", { name: /^Row 1/ }).click();
  await page.getByRole("checkbox", { name: /^Section A, Row 1, Seat 1,/ }).click();
  await expect(page.getByRole("main")).not.toContainText(/[가-힣]/);
  await page.getByRole("button", { name: "Hold 1 seat" }).click();
  await expect(page.getByRole("timer")).toBeVisible();
  await page.getByRole("button", { name: "Book these seats" }).click();

  await page.waitForURL(/\/en\/checkout\//);
  const pay = page.getByRole("button", { name: "Pay ₩150,000" });
  await expect(pay).toBeEnabled();
  await expect(page.getByRole("main")).not.toContainText(/[가-힣]/);
  await pay.click();
  await page.waitForURL(/\/en\/bookings\/.*\?paid=1$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText(/[가-힣]/);
});
