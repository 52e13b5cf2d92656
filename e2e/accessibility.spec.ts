import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { aPaidBooking, aPendingBooking, lockSeats } from "./api-client";
import { expect, test } from "./fixtures";

const SCHEMES = ["light", "dark"] as const;
const LANGUAGES = [
  { locale: "ko", prefix: "" },
  { locale: "en", prefix: "/en" },
] as const;

/** What axe finds serious or critical on the page as it stands, each with the elements it is about. */
async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} (${help}): ${target} ${failureSummary}`),
    );
}

for (const { locale, prefix } of LANGUAGES) {
  for (const colorScheme of SCHEMES) {
    test(`nothing serious stands in anybody's way on any page (${locale}, ${colorScheme})`, async ({
      page,
      world,
      signIn,
      apiOf,
      complaints,
    }) => {
      test.setTimeout(180_000);
      complaints.expect(/status of 404/);
      const [show, fan] = [await world.show(), await world.fan({ points: 900_000 })];
      const [api, rival] = [await apiOf(fan), await apiOf(await world.fan({ points: 900_000 }))];
      await aPaidBooking(rival, show, 30, 31);
      const paid = await aPaidBooking(api, show, 16);
      const pending = await aPendingBooking(api, show, 17);
      await lockSeats(api, show, 18);
      // By the site's own switch, because not every browser can be told what its system prefers.
      await page.addInitScript((theme) => localStorage.setItem("theme", theme), colorScheme);
      const visit = async (path: string) => {
        await page.goto(prefix + path);
        await expect(page.getByRole("main").getByRole("heading").first()).toBeVisible();
        await expect(page.locator("html")).toHaveAttribute("lang", locale);
        await expect(page.locator("html")).toHaveClass(colorScheme === "dark" ? /\bdark\b/ : /^((?!\bdark\b).)*$/);
        await page.evaluate(() => document.fonts.ready);
      };
      const check = async (what: string) => expect.soft(await seriousFaults(page), what).toEqual([]);

      for (const path of [
        "/",
        "/?q=nothing-is-called-this",
        `/events/${show.slug}`,
        "/sign-in",
        "/sign-up",
        "/docs/api",
        "/no-such-page",
      ]) {
        await visit(path);
        await check(path);
      }
      await signIn(page.context(), fan);
      for (const path of [
        `/checkout/${pending}`,
        `/bookings/${paid}?paid=1`,
        `/bookings/${paid}`,
        "/bookings",
        "/points",
        "/account/api-keys",
      ]) {
        await visit(path);
        await check(path);
      }
      await visit(`/schedules/${show.scheduleId}`);
      await expect(page.getByRole("application")).toHaveAttribute("data-k", /\d/);
      await check("the map with a hold");
      await page.getByRole("button", { name: locale === "ko" ? "목록으로 고르기" : /list/i }).click();
      await page
        .getByRole("button", { expanded: false })
        .filter({ hasText: locale === "ko" ? "A구역" : "Section A" })
        .click();
      await page
        .getByRole("button", { expanded: false })
        .filter({ hasText: locale === "ko" ? "3열" : "Row 3" })
        .click();
      await expect(page.getByRole("checkbox").first()).toBeVisible();
      await check("the list of seats");
    });
  }
}

test("every page says in one h1 what it is, and the skip link leads to it", async ({ page, world, signIn, apiOf }) => {
  const [show, fan] = [await world.show(), await world.fan({ points: 900_000 })];
  const bookingId = await aPendingBooking(await apiOf(fan), show, 0);
  await signIn(page.context(), fan);
  const paths = [
    "/",
    `/events/${show.slug}`,
    `/schedules/${show.scheduleId}`,
    `/checkout/${bookingId}`,
    "/bookings",
    `/bookings/${bookingId}`,
    "/points",
    "/account/api-keys",
  ];
  for (const path of paths) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 }), path).toHaveCount(1);
    await expect(page.getByRole("main"), path).toHaveCount(1);
    await expect(page, path).toHaveTitle(/\S/);
  }
});
