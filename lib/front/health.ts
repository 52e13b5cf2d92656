import { checkHealth, type Health } from "@/lib/ops/health";
import type { Services } from "@/lib/services";
import type { Pages } from "./pages";

const PAGES_TIMEOUT_MS = 5_000;

type FrontHealth = Health & { pages: { up: boolean; latencyMs: number } };

/** The health of the API's own process and of the pages behind it: a seat can be sold when both can sell. */
export async function answerHealth(services: Services, pages: Pages): Promise<Response> {
  const [own, behind] = await Promise.all([checkHealth(services), askPages(pages)]);
  const health: FrontHealth = { ...own, canSell: own.canSell && behind.up, pages: behind };
  return Response.json(health, { status: health.canSell ? 200 : 503, headers: { "Cache-Control": "no-store" } });
}

async function askPages(pages: Pages): Promise<FrontHealth["pages"]> {
  const startedMs = performance.now();
  const answer = await pages.ask("/api/health", {}, AbortSignal.timeout(PAGES_TIMEOUT_MS)).catch(() => null);
  await answer?.body?.cancel();
  return { up: answer?.ok === true, latencyMs: Math.round(performance.now() - startedMs) };
}
