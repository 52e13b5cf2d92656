import { expect, test } from "./fixtures";
import { SeatMapPage } from "./seat-map-page";
import { submitSignIn } from "./sign-in-page";

test("signing in leads back to the seat map, with the seats that were chosen still chosen", async ({ page, world }) => {
  const [show, fan] = [await world.show(), await world.fan()];
  const map = new SeatMapPage(page, show);
  await map.open();
  await map.pick(0, 1);

  await map.holdButton(2).click();
  await expect(page.getByRole("heading", { level: 1, name: "로그인" })).toBeVisible();
  await submitSignIn(page, fan);

  await page.waitForURL(`/schedules/${show.scheduleId}`);
  await map.drawn();
  await expect(map.chosen).toHaveText([/A구역 1열 1번/, /A구역 1열 2번/]);
  await map.hold(2);
});

test("a page that needs a session asks for it, in the language of the page, and comes back", async ({
  page,
  world,
}) => {
  const fan = await world.fan();
  await page.goto("/en/points");
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await page.getByLabel("Email").fill(fan.email);
  await page.getByLabel("Password").fill(fan.password);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();

  await expect(page).toHaveURL("/en/points");
  await expect(page.getByRole("heading", { level: 1, name: "Points" })).toBeVisible();
});

for (const returnTo of ["https://tickets.example/", "//tickets.example", "/\\tickets.example", "javascript:alert(1)"]) {
  test(`signing in never leads to somebody else's site (${returnTo})`, async ({ page, world, baseURL }) => {
    const fan = await world.fan();
    await page.goto(`/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
    await submitSignIn(page, fan);

    await expect(page.getByRole("button", { name: `${fan.name}님의 계정 메뉴` })).toBeVisible();
    expect(new URL(page.url()).origin).toBe(new URL(baseURL ?? "").origin);
  });
}

test("a wrong password is refused alike for people we know and people we do not", async ({ page, world }) => {
  const fan = await world.fan();
  for (const email of [fan.email, "nobody@rowlock.test"]) {
    await page.goto("/sign-in");
    await submitSignIn(page, { email, password: "not the password" });
    await expect(page.getByRole("alert").filter({ hasText: "이메일 또는 비밀번호가 맞지 않아요." })).toBeVisible();
    await expect(page.getByLabel("이메일")).toHaveValue(email);
    await expect(page.getByLabel("비밀번호")).toHaveValue("");
  }
});

test("signing up makes an account that can sign in again, and signing out ends the session", async ({
  page,
  world,
}) => {
  const { email: taken } = await world.fan();
  const email = `new-${taken}`;
  const password = "a long password";
  await page.goto("/sign-up");
  await page.getByLabel("이름").fill("새 팬");
  await page.getByLabel("이메일").fill(email);
  await page.getByLabel("비밀번호").fill(password);
  await page.getByRole("button", { name: "가입하기" }).click();
  await page.getByRole("button", { name: "새 팬님의 계정 메뉴" }).click();
  await page.getByRole("button", { name: "로그아웃" }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "로그인" })).toBeVisible();

  await page.goto("/bookings");
  await expect(page.getByRole("heading", { level: 1, name: "로그인" })).toBeVisible();
  await submitSignIn(page, { email, password });
  await expect(page.getByRole("heading", { level: 1, name: "내 예매" })).toBeVisible();
});

test("an address that has an account already cannot be taken again", async ({ page, world }) => {
  const fan = await world.fan();
  await page.goto("/sign-up");
  await page.getByLabel("이름").fill("남의 이름");
  await page.getByLabel("이메일").fill(fan.email.toUpperCase());
  await page.getByLabel("비밀번호").fill("another password");
  await page.getByRole("button", { name: "가입하기" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "이미 가입된 이메일이에요." })).toBeVisible();
});

test.describe("before the page has woken up", () => {
  test.use({ javaScriptEnabled: false });

  test("signing in works, and a password never reaches the address", async ({ page, world }) => {
    const fan = await world.fan();
    const addresses: string[] = [];
    page.on("request", (request) => addresses.push(request.url()));
    await page.goto("/sign-in?returnTo=/points");
    await submitSignIn(page, fan);
    await expect(page).toHaveURL("/points");
    await expect(page.getByRole("heading", { level: 1, name: "포인트" })).toBeVisible();
    expect(addresses.filter((address) => address.includes("password"))).toEqual([]);
  });
});
