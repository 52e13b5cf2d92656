import { expect, type Locator, type Page } from "@playwright/test";
import type { Show, ShowSeat } from "./world";

/** The seat map of one schedule, as a fan who reads Korean sees it. */
export class SeatMapPage {
  readonly canvas: Locator;
  readonly panel: Locator;
  readonly chosen: Locator;
  readonly held: Locator;
  readonly countdown: Locator;
  readonly alert: Locator;

  constructor(
    readonly page: Page,
    private readonly show: Show,
  ) {
    this.canvas = page.getByRole("application", { name: "좌석 배치도" });
    this.panel = page.getByRole("region", { name: "고른 좌석" });
    this.chosen = this.panel.getByRole("list", { name: "고른 좌석" }).getByRole("listitem");
    this.held = this.panel.getByRole("list", { name: "선점한 좌석" }).getByRole("listitem");
    this.countdown = this.panel.getByRole("timer", { name: "선점이 끝나기까지" });
    this.alert = this.panel.getByRole("alert");
  }

  get address(): string {
    return `/schedules/${this.show.scheduleId}`;
  }

  async open(): Promise<void> {
    await this.page.goto(this.address);
    await this.drawn();
  }

  /** Waits until the hall is on screen: from then on the page answers. */
  async drawn(): Promise<void> {
    await expect(this.canvas).toHaveAttribute("data-k", /\d/);
  }

  seat(seatIndex: number): ShowSeat {
    const seat = this.show.seats[seatIndex];
    if (!seat) throw new Error(`The hall has no seat ${seatIndex}`);
    return seat;
  }

  /** Clicks seats on the picture of the hall, where they are. */
  async pick(...seatIndexes: number[]): Promise<void> {
    for (const seatIndex of seatIndexes) {
      await this.canvas.click({ position: await this.placeOf(seatIndex) });
      await expect(this.chosen.filter({ hasText: this.seat(seatIndex).nameKo })).toBeVisible();
    }
  }

  /** Taps seats with a finger; where they are too small for one, the first tap brings them closer. */
  async tap(...seatIndexes: number[]): Promise<void> {
    for (const seatIndex of seatIndexes) {
      if (!(await this.isLargeEnough())) {
        await this.canvas.tap({ position: await this.placeOf(seatIndex) });
        await expect.poll(() => this.isLargeEnough()).toBe(true);
      }
      await this.canvas.tap({ position: await this.placeOf(seatIndex) });
      await expect(this.chosen.filter({ hasText: this.seat(seatIndex).nameKo })).toBeVisible();
    }
  }

  holdButton(seatCount: number): Locator {
    return this.panel.getByRole("button", { name: `${seatCount}석 선점하기` });
  }

  async hold(seatCount: number): Promise<void> {
    await this.holdButton(seatCount).click();
    await expect(this.countdown).toBeVisible();
    await expect(this.held).toHaveCount(seatCount);
  }

  get bookButton(): Locator {
    return this.panel.getByRole("button", { name: "예매하기" });
  }

  /** Books what is held. @returns the booking's id, from the address of its checkout. */
  async book(): Promise<string> {
    await this.bookButton.click();
    await this.page.waitForURL(/\/checkout\//);
    return new URL(this.page.url()).pathname.split("/").at(-1) ?? "";
  }

  /** From the picture to the list of the same seats. */
  async openList(): Promise<void> {
    await this.page.getByRole("button", { name: "목록으로 고르기" }).click();
    await expect(this.page.getByRole("heading", { name: "목록에서 좌석 고르기" })).toBeVisible();
  }

  /** Opens the branches of the list that a seat stands under. */
  async openRow({ section, rowLabel }: ShowSeat): Promise<void> {
    for (const name of [`${section}구역`, `${rowLabel}열`]) {
      // Other buttons may name a seat: one that is offered, or one to let go of.
      const opens = this.page.locator("[aria-expanded]");
      const branch = this.page.getByRole("button", { name: new RegExp(`^${name}`) }).and(opens);
      if ((await branch.getAttribute("aria-expanded")) === "false") await branch.click();
      await expect(branch).toHaveAttribute("aria-expanded", "true");
    }
  }

  /** A seat in the open list: its name begins with the seat's, and ends with how it stands. */
  listed(seatIndex: number): Locator {
    return this.page.getByRole("checkbox", { name: new RegExp(`^${this.seat(seatIndex).nameKo},`) });
  }

  /** Where a seat is on the canvas, in CSS pixels, once the picture stands still. */
  async placeOf(seatIndex: number): Promise<{ x: number; y: number }> {
    const { x, y } = this.seat(seatIndex);
    const at = await this.canvas.evaluate(async (canvas) => {
      const read = () => ({ k: Number(canvas.dataset.k), x: Number(canvas.dataset.x), y: Number(canvas.dataset.y) });
      const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      for (let before = read(); ; before = read()) {
        for (let frame = 0; frame < 4; frame++) await nextFrame();
        const now = read();
        if (now.k > 0 && now.k === before.k && now.x === before.x && now.y === before.y) return now;
      }
    });
    return { x: x * at.k + at.x, y: y * at.k + at.y };
  }

  private async isLargeEnough(): Promise<boolean> {
    const [left, right] = [await this.placeOf(0), await this.placeOf(1)];
    return right.x - left.x >= FINGER_PITCH_PX;
  }
}

const FINGER_PITCH_PX = 20;
