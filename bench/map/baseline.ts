import type { Browser } from "@playwright/test";
import { handsFor, type Movement, moveAbout, type Screen } from "./run";
import { watchPage } from "./watch";

// The map takes this much of the page.
const CANVAS = "position:fixed;left:0;top:198px;width:min(100%,1090px);height:calc(100% - 198px);touch-action:none";

/**
 * The same movements over a canvas that shows next to nothing: what this machine and this browser need for a frame
 * whatever is drawn.
 */
export async function measureBaseline(browser: Browser, screen: Screen): Promise<Movement> {
  const context = await browser.newContext(screen.context);
  try {
    const page = await context.newPage();
    await watchPage(page);
    await page.goto("about:blank");
    await page.setContent(`<meta name=viewport content="width=device-width"><canvas style="${CANVAS}"></canvas>`);
    await page.evaluate(drawNextToNothing);
    return await moveAbout(page, await handsFor(page, screen), 1);
  } finally {
    await context.close();
  }
}

function drawNextToNothing(): void {
  const canvas = document.querySelector("canvas");
  const ctx = canvas?.getContext("2d");
  if (!canvas || !ctx) return;
  canvas.width = canvas.clientWidth * devicePixelRatio;
  canvas.height = canvas.clientHeight * devicePixelRatio;
  const pending = { request: 0 };
  const draw = () => {
    pending.request = 0;
    ctx.clearRect(0, 0, canvas.width, canvas.height);
    ctx.fillRect((performance.now() / 4) % canvas.width, 40, 40, 40);
  };
  const ask = (event: Event) => {
    event.preventDefault();
    pending.request ||= requestAnimationFrame(draw);
  };
  for (const type of ["mousemove", "wheel", "touchmove"]) canvas.addEventListener(type, ask, { passive: false });
}
