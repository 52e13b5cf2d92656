import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { TEST_DIST_DIR } from "@/scripts/testing/test-environment";

/** Bytes over the wire as gzip would send them, in KB; HTML also as the parser gets it. */
export type Weight = {
  scriptKb: number;
  /** Of them React and Next, which every page loads. */
  frameworkKb: number;
  /** Of them the script within the HTML that draws the seats first. */
  inlineKb: number;
  /** Of other pages, fetched ahead once this one stands. */
  aheadKb: number;
  htmlKb: number;
  htmlPlainKb: number;
};

type Loaded = { url: string; type: string; ms: number; bytes: number; plainBytes: number };

/** Weighs all that a page loads from now on. @returns what it came to; scripts later than `usableAtMs` are fetched ahead. */
export function weighPage(page: Page): (usableAtMs: number) => Promise<Weight> {
  const loading: Promise<Loaded | null>[] = [];
  page.on("response", (response) => {
    const type = response.request().resourceType();
    if (type !== "script" && type !== "document") return;
    const weighed = response.body().then(
      (body) => ({
        ...{ url: new URL(response.url()).pathname, type, ms: response.request().timing().startTime },
        ...{ bytes: gzipSync(body).byteLength, plainBytes: body.byteLength },
      }),
      // A redirect has no body, and a script that the page let go of counts for nothing.
      () => null,
    );
    loading.push(weighed);
  });
  const framework = frameworkFiles();
  return async (usableAtMs) => {
    const openedAt = await page.evaluate(() => performance.timeOrigin);
    const loaded = (await Promise.all(loading)).filter((one) => one !== null);
    const sum = (of: readonly Loaded[]) => Math.round(of.reduce((total, { bytes }) => total + bytes, 0) / 102.4) / 10;
    const scripts = loaded.filter(({ type }) => type === "script");
    const needed = scripts.filter(({ ms }) => ms <= openedAt + usableAtMs);
    const html = loaded.filter(({ type }) => type === "document");
    const inline = await page.evaluate(
      () => document.querySelector("script[data-first-seats] + script")?.textContent ?? "",
    );
    const inlineKb = Math.round(gzipSync(inline).byteLength / 102.4) / 10;
    return {
      inlineKb,
      scriptKb: Math.round((sum(needed) + inlineKb) * 10) / 10,
      frameworkKb: sum(needed.filter(({ url }) => framework.has(url))),
      aheadKb: sum(scripts.filter((one) => !needed.includes(one))),
      htmlKb: sum(html),
      htmlPlainKb: Math.round(html.reduce((total, { plainBytes }) => total + plainBytes, 0) / 1024),
    };
  };
}

/** What the builds in this checkout load on every page; their names carry a digest, so none can be mistaken. */
function frameworkFiles(): Set<string> {
  const manifests = [TEST_DIST_DIR, ".next"].map((dir) => join(dir, "build-manifest.json")).filter(existsSync);
  return new Set(
    manifests.flatMap((path) => {
      const { rootMainFiles } = JSON.parse(readFileSync(path, "utf8")) as { rootMainFiles: string[] };
      return rootMainFiles.map((file) => `/_next/${file}`);
    }),
  );
}
