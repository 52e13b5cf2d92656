import { expect, type Locator, type Page } from "@playwright/test";

const STOPS_MAX = 60;

/** Presses Tab until the focus is on `target`: what cannot be reached that way cannot be used by keyboard. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < STOPS_MAX; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${target}`);
}
