import { expect, type Locator, type Page } from "@playwright/test";

/** What each test card is called on the page, and so what it does. */
export const CARDS = {
  approved: "바로 승인돼요",
  declined: "한도 초과로 거절돼요",
  slow: "3초 뒤에 승인돼요",
  chargedWithoutAnswer: "결제는 되지만 응답이 오지 않아요",
  neverArrives: "결제 요청이 도착하지 않아요",
  notifiedTwice: "승인 알림이 두 번 와요",
} as const;

/** The checkout of one booking, as a fan who reads Korean sees it. */
export class CheckoutPage {
  readonly payButton: Locator;
  readonly countdown: Locator;
  readonly order: Locator;
  readonly alert: Locator;

  constructor(
    readonly page: Page,
    readonly bookingId: string,
  ) {
    const main = page.getByRole("main");
    this.payButton = main.getByRole("button", { name: /^₩[\d,]+ 결제하기$/ });
    this.countdown = main.getByRole("timer").filter({ hasText: "결제까지 남은 시간" });
    this.order = main.getByRole("region", { name: "예매 내용" });
    this.alert = main.getByRole("alert");
  }

  async open(): Promise<void> {
    await this.page.goto(`/checkout/${this.bookingId}`);
    await this.ready();
  }

  /** Waits until the page can be paid on. */
  async ready(): Promise<void> {
    await expect(this.payButton).toBeEnabled();
  }

  async choose(method: "포인트" | "카드"): Promise<void> {
    await this.page.getByRole("radio", { name: new RegExp(`^${method}`) }).check();
  }

  /** Chooses the card, and fills in the one that ends as asked. */
  async fillCard(card: keyof typeof CARDS): Promise<void> {
    await this.choose("카드");
    const cards = this.page.getByText("데모: 시험용 카드로 채우기");
    const wanted = this.page.getByRole("button", { name: CARDS[card] });
    if (!(await wanted.isVisible())) await cards.click();
    await wanted.click();
    await expect(this.page.getByLabel("보안 코드(CVC)")).toHaveValue("123");
  }

  async payByCard(card: keyof typeof CARDS): Promise<void> {
    await this.fillCard(card);
    await this.payButton.click();
  }

  async payWithPoints(): Promise<void> {
    await this.choose("포인트");
    await this.payButton.click();
  }

  /** The panel that takes the form's place when there is nothing to pay, by its heading. */
  panel(title: string): Locator {
    return this.page.getByRole("heading", { level: 2, name: title });
  }

  /** Waits for the ticket that paying leads to. */
  async done(): Promise<void> {
    await this.page.waitForURL(new RegExp(`/bookings/${this.bookingId}\\?paid=1$`));
    await expect(this.page.getByRole("heading", { level: 1, name: "예매가 끝났어요" })).toBeVisible();
  }
}
