import { expect, type Locator, type Page } from "@playwright/test";

/** "좋은 자리 찾기", as a fan who reads Korean sees it. */
export class FindSeatsPanel {
  readonly heading: Locator;
  readonly people: Locator;
  readonly more: Locator;
  readonly grade: Locator;
  readonly together: Locator;
  readonly accessible: Locator;
  readonly priceMax: Locator;
  readonly clear: Locator;
  readonly left: Locator;

  constructor(private readonly page: Page) {
    const panel = page.getByRole("region", { name: "고른 좌석" });
    this.heading = panel.getByRole("heading", { name: "좋은 자리 찾기" });
    this.people = panel.getByRole("group", { name: "함께 앉는 인원" });
    this.more = panel.getByRole("button", { name: "한 명 늘리기" });
    this.grade = panel.getByRole("combobox", { name: "등급" });
    this.together = panel.getByRole("checkbox", { name: /^나란히/ });
    this.accessible = panel.getByRole("checkbox", { name: /^휠체어석/ });
    this.priceMax = panel.getByRole("slider", { name: "가장 높은 가격" });
    this.clear = panel.getByRole("button", { name: "조건 지우기" });
    this.left = panel.getByText(/빈자리 \d+석$/);
  }

  get opener(): Locator {
    return this.page.getByRole("main").getByRole("button", { name: "좋은 자리 찾기" }).first();
  }

  async open(): Promise<void> {
    await this.opener.click();
    await expect(this.heading).toBeFocused();
  }

  holdButton(count: number): Locator {
    return this.page.getByRole("button", { name: `가장 좋은 ${count}석 선점하기` });
  }
}
