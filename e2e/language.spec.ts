import { expect, test } from "./fixtures";
import { SeatMapPage } from "./seat-map-page";

test.describe("languages", () => {
  test("a Korean browser gets Korean at the address itself, an English one is taken to /en", async ({
    page,
    anotherBrowser,
    browser,
    complaints,
    baseURL,
  }) => {
    await page.goto("/");
    await expect(page).toHaveURL(/\/$/);
    await expect(page.locator("html")).toHaveAttribute("lang", "ko");

    const english = await browser.newContext({ locale: "en-GB", ...(baseURL ? { baseURL } : {}) });
    complaints.listenTo(english);
    const theirs = await english.newPage();
    await theirs.goto("/");
    await expect(theirs).toHaveURL(/\/en$/);
    await expect(theirs.locator("html")).toHaveAttribute("lang", "en");
    await english.close();
    expect(anotherBrowser).toBeDefined();
  });

  test("the switch keeps the page, and everything on it is in the other language", async ({ page, world }) => {
    const show = await world.show();
    await page.goto(`/events/${show.slug}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(show.titleKo);

    await page.getByRole("banner").getByRole("link", { name: "English" }).click();

    await expect(page).toHaveURL(`/en/events/${show.slug}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(show.titleEn);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    expect(await page.getByRole("main").innerText()).not.toMatch(/[가-힣]/);

    await page.getByRole("banner").getByRole("link", { name: "한국어" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(show.titleKo);
    await expect(page.locator("html")).toHaveAttribute("lang", "ko");
  });
});

test.describe("signing in", () => {
  test("leads back to the seat map, with the seats that were chosen still chosen", async ({ page, world }) => {
    const [show, fan] = [await world.show(), await world.fan()];
    const map = new SeatMapPage(page, show);
    await map.open();
    await map.pick(0, 1);

    await map.holdButton(2).click();
    await expect(page.getByRole("heading", { level: 1, name: "로그인" })).toBeVisible();
    await page.getByLabel("이메일").fill(fan.email);
    await page.getByLabel("비밀번호").fill(fan.password);
    await page.getByRole("button", { name: "로그인하기" }).click();

    await page.waitForURL(`/schedules/${show.scheduleId}`);
    await map.drawn();
    await expect(map.chosen).toHaveText([/A구역 1열 1번/, /A구역 1열 2번/]);
    await map.hold(2);
  });

  test("in English stays in English", async ({ page, world }) => {
    const fan = await world.fan();
    await page.goto("/en/points");
    await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
    await page.getByLabel("Email").fill(fan.email);
    await page.getByLabel("Password").fill(fan.password);
    await page.getByRole("button", { name: "Sign in" }).click();

    await expect(page).toHaveURL("/en/points");
    await expect(page.getByRole("heading", { level: 1, name: "Points" })).toBeVisible();
  });

  for (const returnTo of [
    "https://tickets.example/",
    "//tickets.example",
    "/\\tickets.example",
    "javascript:alert(1)",
  ]) {
    test(`never leads to somebody else's site (${returnTo})`, async ({ page, world, baseURL }) => {
      const fan = await world.fan();
      await page.goto(`/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
      await page.getByLabel("이메일").fill(fan.email);
      await page.getByLabel("비밀번호").fill(fan.password);
      await page.getByRole("button", { name: "로그인하기" }).click();

      await expect(page.getByRole("button", { name: `${fan.name}님의 계정 메뉴` })).toBeVisible();
      expect(new URL(page.url()).origin).toBe(new URL(baseURL ?? "").origin);
    });
  }

  test("with a wrong password says so, alike for people we know and people we do not", async ({ page, world }) => {
    const fan = await world.fan();
    for (const email of [fan.email, "nobody@rowlock.test"]) {
      await page.goto("/sign-in");
      await page.getByLabel("이메일").fill(email);
      await page.getByLabel("비밀번호").fill("not the password");
      await page.getByRole("button", { name: "로그인하기" }).click();
      await expect(page.getByRole("alert").filter({ hasText: "이메일 또는 비밀번호가 맞지 않아요." })).toBeVisible();
      await expect(page.getByLabel("이메일")).toHaveValue(email);
    }
  });

  test("signing up makes an account that can sign in again, and signing out ends the session", async ({
    page,
    world,
  }) => {
    const { email: taken } = await world.fan();
    const email = `new-${taken}`;
    await page.goto("/sign-up");
    await page.getByLabel("이름").fill("새 팬");
    await page.getByLabel("이메일").fill(email);
    await page.getByLabel("비밀번호").fill("a long password");
    await page.getByRole("button", { name: "가입하기" }).click();
    await page.getByRole("button", { name: "새 팬님의 계정 메뉴" }).click();
    await page.getByRole("button", { name: "로그아웃" }).click();
    await expect(page.getByRole("banner").getByRole("link", { name: "로그인" })).toBeVisible();

    await page.goto("/bookings");
    await expect(page.getByRole("heading", { level: 1, name: "로그인" })).toBeVisible();
    await page.getByLabel("이메일").fill(email);
    await page.getByLabel("비밀번호").fill("a long password");
    await page.getByRole("button", { name: "로그인하기" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "내 예매" })).toBeVisible();
  });

  test("a password never reaches the address, even before the page has woken up", async ({
    browser,
    world,
    baseURL,
  }) => {
    const fan = await world.fan();
    const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
    const page = await context.newPage();
    await page.goto("/sign-in");
    const submit = page.getByRole("button", { name: "로그인하기" });
    await page.getByLabel("이메일").fill(fan.email);
    await page.getByLabel("비밀번호").fill(fan.password);
    if (await submit.isEnabled()) await submit.click();
    expect(page.url()).not.toContain("password");
    await context.close();
  });
});

test.describe("addresses", () => {
  for (const path of [
    "/no-such-page",
    "/en/no-such-page",
    "/events/no-such-event",
    "/schedules/no-such-schedule",
    "/schedules/00000000-0000-4000-8000-000000000000",
  ]) {
    test(`${path} is not found, and says what to do instead`, async ({ page, complaints }) => {
      complaints.expect(/404/);
      const answer = await page.goto(path);
      const isEnglish = path.startsWith("/en");
      await expect(
        page.getByText(isEnglish ? "This seat is not on the plan" : "이 자리는 배치도에 없어요"),
      ).toBeVisible();
      await expect(
        page.getByRole("main").getByRole("link", { name: isEnglish ? "See what is on" : "공연 둘러보기" }),
      ).toBeVisible();
      expect(answer?.status()).toBe(404);
    });
  }

  test("somebody else's booking and its checkout are not found", async ({ page, world, signIn, apiOf, complaints }) => {
    complaints.expect(/404/);
    const [show, owner, stranger] = [await world.show(), await world.fan(), await world.fan()];
    const { aPendingBooking } = await import("./api-client");
    const bookingId = await aPendingBooking(await apiOf(owner), show, 0);
    await signIn(page.context(), stranger);
    for (const path of [`/bookings/${bookingId}`, `/checkout/${bookingId}`]) {
      await page.goto(path);
      await expect(page.getByText("이 자리는 배치도에 없어요")).toBeVisible();
    }
  });
});
