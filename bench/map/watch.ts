import type { Page } from "@playwright/test";

/** What the page's own clock says of every frame of one movement, in ms. */
export type Watched = {
  /** From one frame to the next. */
  frameMs: number[];
  /** In the page's own frame callbacks: what drawing costs, without what the browser does around it. */
  drawMs: number[];
};

declare global {
  interface Window {
    mapWatch: {
      drawnAtMs: number;
      longTasks: { atMs: number; ms: number }[];
      watch: () => void;
      stop: () => Watched;
    };
  }
}

/** Makes every page opened from now on watch its frames, its long tasks and the moment its map was drawn first. */
export async function watchPage(page: Page): Promise<void> {
  // What builds these scripts names inner functions by a helper that the page does not have.
  await page.addInitScript("globalThis.__name = (named) => named;");
  await page.addInitScript(install);
}

function install(): void {
  const requestFrame = window.requestAnimationFrame.bind(window);
  let frames: Watched | null = null;
  let lastAt = 0;
  let drawnFor = 0;
  window.requestAnimationFrame = (callback) =>
    requestFrame((now) => {
      const startedAt = performance.now();
      callback(now);
      drawnFor += performance.now() - startedAt;
    });
  const step = (now: number) => {
    if (!frames) return;
    if (lastAt > 0) {
      frames.frameMs.push(now - lastAt);
      frames.drawMs.push(drawnFor);
    }
    lastAt = now;
    drawnFor = 0;
    requestFrame(step);
  };
  window.mapWatch = {
    drawnAtMs: 0,
    longTasks: [],
    watch: () => {
      frames = { frameMs: [], drawMs: [] };
      lastAt = 0;
      requestFrame(step);
    },
    stop: () => {
      const watched = frames ?? { frameMs: [], drawMs: [] };
      frames = null;
      return watched;
    },
  };
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      window.mapWatch.longTasks.push({ atMs: Math.round(startTime), ms: Math.round(duration) });
    }
  }).observe({ type: "longtask", buffered: true });
  const drawn = new MutationObserver(() => {
    if (!document.querySelector("canvas[data-k]")) return;
    window.mapWatch.drawnAtMs = performance.now();
    drawn.disconnect();
  });
  drawn.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-k"] });
}
