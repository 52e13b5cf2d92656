import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { type Hands, mouseHands, placeOfMap, touchHands } from "./hands";
import { type Watched, watchPage } from "./watch";
import { type Weight, weighPage } from "./weight";

export type Screen = { name: string; context: BrowserContextOptions & { viewport: { width: number; height: number } } };

// Korean, as the address has it: another language would be sent elsewhere first.
export const DESKTOP: Screen = {
  name: "desktop 1440×1000",
  context: { locale: "ko-KR", viewport: { width: 1440, height: 1000 } },
};
export const PHONE: Screen = {
  name: "phone 360×780",
  context: {
    locale: "ko-KR",
    viewport: { width: 360, height: 780 },
    hasTouch: true,
    isMobile: true,
    deviceScaleFactor: 2,
  },
};

const WAIT_MS = 60_000;
/** After the first picture the page fetches other pages ahead, makes ready for the first touch, and the browser cleans up. */
const SETTLE_MS = 5_000;
const PAUSE_MS = 400;
const ROUNDS = 2;

export type Movement = { pan: Watched; zoom: Watched };
type Start = { paintedMs: number; firstSeatsMs: number; usableMs: number };
export type MapRun = Movement &
  Weight &
  Start & {
    /** Tasks of 50 ms and more between the map that can be used and the first move. */
    settlingTasksMs: number[];
    /** The same from the first move on. */
    longTasksMs: number[];
    domNodes: number;
  };

/** Opens the map as a visitor who has never been here and moves it about. */
export async function measureRun(browser: Browser, address: string, screen: Screen): Promise<MapRun> {
  const context = await browser.newContext(screen.context);
  try {
    const page = await context.newPage();
    await watchPage(page);
    const weigh = weighPage(page);
    await page.goto(address);
    await page.waitForFunction(() => window.mapWatch.usableAtMs > 0, null, { timeout: WAIT_MS });
    await page.waitForLoadState("load");
    await page.waitForTimeout(SETTLE_MS);
    const hands = await handsFor(page, screen);
    const startedAt = await page.evaluate(() => performance.now());
    const movement = await moveAbout(page, hands, ROUNDS);
    const { seen, longTasks, domNodes } = await page.evaluate(() => {
      const { drawnAtMs, usableAtMs, paintedAtMs, longTasks } = window.mapWatch;
      const domNodes = document.querySelectorAll("*").length;
      return { seen: { drawnAtMs, usableAtMs, paintedAtMs }, longTasks, domNodes };
    });
    const start: Start = {
      paintedMs: Math.round(seen.paintedAtMs),
      firstSeatsMs: Math.round(seen.drawnAtMs),
      usableMs: Math.round(seen.usableAtMs),
    };
    const tasksWithin = (fromMs: number, toMs: number) =>
      longTasks.filter(({ atMs }) => atMs >= fromMs && atMs < toMs).map(({ ms }) => ms);
    return {
      ...{ ...movement, ...(await weigh(seen.usableAtMs)), ...start, domNodes },
      settlingTasksMs: tasksWithin(seen.usableAtMs, startedAt),
      longTasksMs: tasksWithin(startedAt, Infinity),
    };
  } finally {
    await context.close();
  }
}

export async function handsFor(page: Page, { context }: Screen): Promise<Hands> {
  const box = await placeOfMap(page);
  return context.hasTouch ? touchHands(await page.context().newCDPSession(page), box) : mouseHands(page, box);
}

/** In, about, out and about again, `rounds` times: what was drawn once is drawn again. */
export async function moveAbout(page: Page, hands: Hands, rounds: number): Promise<Movement> {
  const movement: Movement = { pan: { frameMs: [], drawMs: [] }, zoom: { frameMs: [], drawMs: [] } };
  const during = async (what: keyof Movement, move: () => Promise<void>) => {
    await page.evaluate(() => window.mapWatch.watch());
    await move();
    const { frameMs, drawMs } = await page.evaluate(() => window.mapWatch.stop());
    movement[what].frameMs.push(...frameMs);
    movement[what].drawMs.push(...drawMs);
    await page.waitForTimeout(PAUSE_MS);
  };
  for (let round = 0; round < rounds; round++) {
    await during("zoom", hands.zoomIn);
    await during("pan", hands.pan);
    await during("zoom", hands.zoomOut);
    await during("pan", hands.pan);
  }
  return movement;
}
