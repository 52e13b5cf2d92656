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
      /** The first picture of the hall that can be seen: its seats or sections, shaded by what is free. */
      drawnAtMs: number;
      /** The map that can be moved and picked from. */
      usableAtMs: number;
      paintedAtMs: number;
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
    ...{ drawnAtMs: 0, usableAtMs: 0, paintedAtMs: 0 },
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
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) {
      if (name === "first-contentful-paint") window.mapWatch.paintedAtMs = startTime;
    }
  }).observe({ type: "paint", buffered: true });
  const drawn = new MutationObserver(() => {
    const first = document.querySelector("canvas[data-drawn]");
    const isSeen = first !== null && first.clientWidth > 0;
    const isUsable = document.querySelector("canvas[data-k]") !== null;
    if (isSeen || isUsable) window.mapWatch.drawnAtMs ||= performance.now();
    if (!isUsable) return;
    window.mapWatch.usableAtMs = performance.now();
    drawn.disconnect();
  });
  const attributeFilter = ["data-k", "data-drawn"];
  drawn.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter });
}
