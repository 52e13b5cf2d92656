import { expect, test } from "./fixtures";

test("a fan makes a key, a program of theirs uses it, and it ends when they say so", async ({
  page,
  world,
  signIn,
  playwright,
  baseURL,
}) => {
  const fan = await world.fan({ points: 12_000 });
  await signIn(page.context(), fan);
  await page.goto("/account/api-keys");
  await expect(page.getByText("아직 만든 키가 없어요")).toBeVisible();

  await page.getByRole("button", { name: "새 키 만들기" }).click();
  await page.getByRole("button", { name: "키 만들기", exact: true }).click();
  await expect(page.getByText("이름을 적어 주세요.")).toBeVisible();
  await page.getByRole("textbox", { name: "이름" }).fill("잔액 알리미");
  await page.getByRole("button", { name: "키 만들기", exact: true }).click();

  await expect(page.getByRole("heading", { name: "키를 만들었어요" })).toBeFocused();
  const key = (await page.getByText(/^rlk_[\w-]{43}$/).textContent()) ?? "";
  const list = page.getByRole("list", { name: "내 API 키" });
  await expect(list.getByRole("heading", { name: "잔액 알리미" })).toBeVisible();

  const program = await playwright.request.newContext({
    ...(baseURL ? { baseURL } : {}),
    extraHTTPHeaders: { Authorization: `Bearer ${key}` },
  });
  expect(await (await program.get("/api/v1/points")).json()).toEqual({ balance: 12_000 });
  expect((await program.post("/api/v1/points/charges", { data: {} })).status()).toBe(403);

  await page.reload();
  await expect(list.getByText(/에 마지막으로 씀/)).toBeVisible();
  await expect(page.getByText(key)).toHaveCount(0);
  await list.getByRole("button", { name: "잔액 알리미 없애기" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "키 없애기" }).click();
  await expect(page.getByText("아직 만든 키가 없어요")).toBeVisible();
  expect((await program.get("/api/v1/points")).status()).toBe(401);
  await program.dispose();
});
