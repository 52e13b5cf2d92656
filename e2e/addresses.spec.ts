import { aPendingBooking } from "./api-client";
import { expect, test } from "./fixtures";

// Browsers report a page that is not there in the console.
const NOT_FOUND = /status of 404/;
const NOBODYS_ID = "00000000-0000-4000-8000-000000000000";

for (const { path, says, offers } of [
  { path: "/no-such-page", says: "이 자리는 배치도에 없어요", offers: "공연 둘러보기" },
  { path: "/en/no-such-page", says: "This seat is not on the plan", offers: "See what is on" },
]) {
  test(`${path} answers 404, and says what to do instead`, async ({ page, complaints }) => {
    complaints.expect(NOT_FOUND);
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1, name: says })).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: offers }).click();
    await expect(page.getByRole("searchbox")).toBeVisible();
  });
}

// Their first bytes are sent before it is known that there is nothing; search engines are told in the page itself.
for (const path of [
  "/events/no-such-event",
  "/schedules/no-such-schedule",
  `/schedules/${NOBODYS_ID}`,
  "/en/events/no-such-event",
]) {
  test(`${path} is not found, and no search engine remembers it`, async ({ page, complaints }) => {
    complaints.expect(NOT_FOUND);
    await page.goto(path);
    await expect(
      page.getByText(path.startsWith("/en") ? "This seat is not on the plan" : "이 자리는 배치도에 없어요"),
    ).toBeVisible();
    await expect(page.locator('meta[name="robots"]').first()).toHaveAttribute("content", /noindex/);
  });
}

test("somebody else's booking and its checkout look as if they were not there", async ({
  page,
  world,
  signIn,
  apiOf,
  complaints,
}) => {
  complaints.expect(NOT_FOUND);
  const [show, owner, stranger] = [await world.show(), await world.fan(), await world.fan()];
  const bookingId = await aPendingBooking(await apiOf(owner), show, 0);
  await signIn(page.context(), stranger);
  for (const path of [
    `/bookings/${bookingId}`,
    `/checkout/${bookingId}`,
    `/bookings/${NOBODYS_ID}`,
    "/checkout/none",
  ]) {
    await page.goto(path);
    await expect(page.getByText("이 자리는 배치도에 없어요"), path).toBeVisible();
  }
});
