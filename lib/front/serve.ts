import { once } from "node:events";
import type { Server } from "node:http";
import { createApi } from "@/lib/api/app";
import { ROUTES } from "@/lib/api/v1/routes";
import { log } from "@/lib/ops/log";
import { prepareToServe } from "@/lib/runtime/background";
import { closeLiveHub } from "@/lib/runtime/live-hub";
import { services } from "@/lib/runtime/services";
import { settings } from "@/lib/settings";
import { createFront } from "./front";
import { answerHealth } from "./health";
import { answerMetrics } from "./metrics";
import { openPages, type Pages } from "./pages";

const IDLE_POLL_MS = 50;
const POOL_END_SECONDS = 2;

/** Listens on `port`, before Next on `pagesPort`, until SIGTERM or SIGINT; then answers what is under way and ends. */
export async function serve({ port, pagesPort }: { port: number; pagesPort: number }): Promise<void> {
  prepareToServe();
  const pages = openPages({ port: pagesPort, trustedProxies: settings.trustedProxies });
  const front = createFront({
    // What a route changes is shown by pages that read it anew; Next keeps nothing that a route of the API touches.
    api: createApi(ROUTES, { services, invalidate: (tag) => log.warn({ tag }, "Cached pages were not told") }),
    own: {
      "/api/health": () => answerHealth(services(), pages),
      "/api/metrics": () => answerMetrics(pages),
    },
    pages,
  });
  front.listen(port);
  await once(front, "listening");
  let isEnding = false;
  const end = () => {
    if (isEnding) return;
    isEnding = true;
    void finish(front, pages).then(() => process.exit(0));
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, end);
}

async function finish(front: Server, pages: Pages): Promise<void> {
  closeLiveHub();
  const closed = once(front, "close");
  front.close();
  // A connection that was busy just now is idle soon, and would otherwise be waited for.
  const poll = setInterval(() => front.closeIdleConnections(), IDLE_POLL_MS);
  pages.closeUpgraded();
  await closed;
  clearInterval(poll);
  const { db, readDb } = services();
  await Promise.all([db, readDb].map(({ $client }) => $client.end({ timeout: POOL_END_SECONDS })));
}
