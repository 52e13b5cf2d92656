import { expect, it } from "vitest";
import { availabilityReads, registry } from "@/lib/ops/metrics";
import { answerMetrics } from "./metrics";
import type { Pages } from "./pages";

/** Pages whose own counts are `json`; `null`: they do not answer. */
const pagesThatCounted = (json: unknown) =>
  ({
    ask: async () => (json === null ? Promise.reject(new Error("no answer")) : Response.json(json)),
  }) as unknown as Pages;
const samplesOf = async (answer: Promise<Response>) =>
  (await (await answer).text()).split("\n").filter((line) => line.startsWith("rowlock_availability_reads_total"));

it("tells of both processes, each under its name", async () => {
  availabilityReads.inc({ source: "redis" });
  const theirs = await registry.getMetricsAsJSON();

  expect(await samplesOf(answerMetrics(pagesThatCounted(theirs)))).toEqual([
    'rowlock_availability_reads_total{source="redis",process="api"} 1',
    'rowlock_availability_reads_total{source="redis",process="pages"} 1',
  ]);
});

it("tells of itself while the pages do not answer", async () => {
  expect(await samplesOf(answerMetrics(pagesThatCounted(null)))).toEqual([
    'rowlock_availability_reads_total{source="redis",process="api"} 1',
  ]);
});
