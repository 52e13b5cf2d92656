import { mkdir, writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { chromium, type Page } from "@playwright/test";
import { Failure } from "@/scripts/failure";
import { chromiumOptions } from "@/scripts/testing/browsers";

// How a seat map feels: npm run bench:map -- SCHEDULE_ID_OR_PATH [WIDTHxHEIGHT], with BASE_URL for another server.

const RESULTS = "bench/results/map.json";
const WAIT_MS = 60_000;
const MOVE_MS = 10_000;

type Frames = { frames: number; p50Ms: number; p95Ms: number; maxMs: number };

const [target, size = "1440x1000"] = process.argv.slice(2);
if (!target) throw new Failure("Say which schedule: npm run bench:map -- SCHEDULE_ID_OR_PATH");
const path = target.startsWith("/") ? target : `/schedules/${target}`;
const address = new URL(path, process.env.BASE_URL ?? "http://localhost:3000").href;
const [width = 1440, height = 1000] = size.split("x").map(Number);

const browser = await chromium.launch(chromiumOptions());
try {
  const page = await browser.newPage({ viewport: { width, height } });
  const scripts = countScripts(page);
  await page.addInitScript(watchLongTasks);
  await page.goto(address);
  await page.waitForFunction(() => Number(document.querySelector("canvas")?.dataset.k) > 0, null, { timeout: WAIT_MS });
  const firstSeatsMs = await page.evaluate(() => Math.round(performance.now()));
  await page.waitForLoadState("load");
  await page.evaluate(() => {
    window.longTasksMs = [];
  });
  const frames = await moveAbout(page);
  const longTasksMs = await page.evaluate(() => window.longTasksMs);
  const scriptKb = Math.round((await scripts()) / 1024);
  const result = { address, width, height, firstSeatsMs, ...frames, longTasks: longTasksMs.length, scriptKb };
  console.table(result);
  await mkdir("bench/results", { recursive: true });
  await writeFile(RESULTS, `${JSON.stringify({ ...result, longTasksMs, at: new Date().toISOString() }, null, 2)}\n`);
} finally {
  await browser.close();
}

declare global {
  interface Window {
    longTasksMs: number[];
  }
}

function watchLongTasks(): void {
  window.longTasksMs = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longTasksMs.push(Math.round(duration));
  }).observe({ type: "longtask" });
}

/** @returns a count of the bytes of JavaScript that the page has loaded so far, as gzip would send them. */
function countScripts(page: Page): () => Promise<number> {
  const bodies: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    // A script that the page let go of before it was read counts for nothing.
    bodies.push(
      response.body().then(
        (body) => gzipSync(body).byteLength,
        () => 0,
      ),
    );
  });
  return async () => (await Promise.all(bodies)).reduce((sum, bytes) => sum + bytes, 0);
}

/** Zooms in and out and drags about, as a hand would, and measures every frame meanwhile. */
async function moveAbout(page: Page): Promise<Frames> {
  const box = await page.locator("canvas").first().boundingBox();
  if (!box) throw new Failure("There is no seat map on this page");
  const measured = page.evaluate((forMs) => {
    return new Promise<number[]>((resolve) => {
      const deltas: number[] = [];
      const startedAt = performance.now();
      let last = startedAt;
      const step = (now: number) => {
        deltas.push(now - last);
        last = now;
        if (now - startedAt < forMs) requestAnimationFrame(step);
        else resolve(deltas.slice(1));
      };
      requestAnimationFrame(step);
    });
  }, MOVE_MS);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const startedAt = Date.now();
  for (let round = 0; Date.now() - startedAt < MOVE_MS; round++) {
    await page.mouse.move(x + box.width * 0.2, y);
    for (let notch = 0; notch < 14; notch++) await page.mouse.wheel(0, round % 2 === 0 ? -90 : 90);
    await page.mouse.down();
    await page.mouse.move(x - box.width * 0.2, y - box.height * 0.2, { steps: 40 });
    await page.mouse.move(x + box.width * 0.2, y, { steps: 40 });
    await page.mouse.up();
  }
  return summarise(await measured);
}

function summarise(deltas: number[]): Frames {
  const sorted = deltas.toSorted((a, b) => a - b);
  const at = (share: number) => Number((sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1));
  return { frames: sorted.length, p50Ms: at(0.5), p95Ms: at(0.95), maxMs: at(1) };
}
