import { AggregatorRegistry, type MetricObjectWithValues, type MetricValue } from "prom-client";
import { registry } from "@/lib/ops/metrics";
import type { Pages } from "./pages";

const PAGES_TIMEOUT_MS = 5_000;

type Metrics = MetricObjectWithValues<MetricValue<string>>[];

/** What both processes count, each sample under the name of its process. Of pages that do not answer nothing is told. */
export async function answerMetrics(pages: Pages): Promise<Response> {
  const own: Metrics = await registry.getMetricsAsJSON();
  const behind = await askPages(pages).catch((): Metrics => []);
  const both = AggregatorRegistry.aggregate([named(own, "api"), named(behind, "pages")]);
  return new Response(await both.metrics(), { headers: { "Content-Type": both.contentType } });
}

async function askPages(pages: Pages): Promise<Metrics> {
  const accept = { accept: "application/json" };
  const answer = await pages.ask("/api/metrics", accept, AbortSignal.timeout(PAGES_TIMEOUT_MS));
  return (await answer.json()) as Metrics;
}

const named = (metrics: Metrics, process: string): Metrics =>
  metrics.map((metric) => ({
    ...metric,
    values: metric.values.map((value) => ({ ...value, labels: { ...value.labels, process } })),
  }));
