import { cpus } from "node:os";
import { perSecond } from "@/bench/harness/load";
import { percentilesOf } from "@/bench/harness/percentiles";
import type { Row } from "@/bench/harness/scenario";
import type { Stage } from "@/bench/harness/stage";
import type { Step } from "./buyer";
import type { Pace } from "./crowd";
import { type Shares, sendCrowd } from "./send";
import type { Sale } from "./world";

const CROWDS = [8, 16, 32] as const;
const WARM_UP_MS = 4_000;
const PEAK_MS = 4_000;
const STEADY_MS = 8_000;
/** Of the peak: as full as a server may be run. */
const STEADY_SHARE = 0.7;
const PERCENT = 100;

/** Who buys what through which servers. Every buyer is sent once. */
export type Market = { ports: readonly number[]; sale: Sale; buyersFile: string; next: number; count: number };

/** The most a second that the crowd gets through, up to and including the step `last`, and at how many at once. */
export async function findPeak(stage: Stage, market: Market, last: Step): Promise<{ rate: number; clients: number }> {
  await send(stage, market, { last, pace: { clients: CROWDS[1] }, forMs: WARM_UP_MS });
  let peak = { rate: 0, clients: 0 };
  for (const clients of CROWDS) {
    const { report } = await send(stage, market, { last, pace: { clients }, forMs: PEAK_MS });
    const rate = perSecond(report);
    if (rate > peak.rate) peak = { rate, clients };
  }
  return peak;
}

/** Seven tenths of the peak at a fixed rate, in rows for a table. */
export async function measureSteady(stage: Stage, market: Market, peakRate: number): Promise<Row[]> {
  const rate = Math.max(1, Math.floor(peakRate * STEADY_SHARE));
  const pace = { perSecond: rate };
  const { report, shares } = await send(stage, market, { last: "pay", pace, forMs: STEADY_MS });
  const steps = (["hold", "book", "pay"] as const).flatMap((step) => {
    const { p50, p95, p99 } = percentilesOf(report.steps[step]);
    return [
      { measure: `${step}, p50 ms`, cells: [p50] },
      { measure: `${step}, p95 ms`, cells: [p95] },
      { measure: `${step}, p99 ms`, cells: [p99] },
    ];
  });
  const refusals = Object.entries(report.refusals).map(([what, count]) => `${count} × ${what}`);
  return [
    { measure: "at a fixed rate of purchases/s", cells: [rate] },
    { measure: "paid at that rate, purchases/s", cells: [perSecond(report)] },
    ...steps,
    { measure: "failed or unsent", cells: [report.failures + report.unsent] },
    ...(refusals.length > 0 ? [{ measure: "of which", cells: [refusals.join(", ")] }] : []),
    ...shareRows(shares),
    {
      measure: "processor time for a purchase, ms",
      cells: [((shares.app + shares.database + shares.redis) / Math.max(1, report.latenciesMs.length)) * 1_000],
    },
  ];
}

function shareRows({ elapsedSeconds, ...shares }: Shares): Row[] {
  const all = elapsedSeconds * cpus().length;
  return Object.entries(shares).map(([who, seconds]) => ({
    measure: `processors busy with the ${who}, %`,
    cells: [(seconds / all) * PERCENT],
  }));
}

type Sending = { last: Step; pace: Pace; forMs: number };

async function send(stage: Stage, market: Market, sending: Sending) {
  const { ports, sale, buyersFile, next: first, count: end } = market;
  const sent = await sendCrowd(stage, { ports, sale, buyersFile, first, count: end - first, ...sending });
  const { latenciesMs, failures } = sent.report;
  market.next += latenciesMs.length + failures;
  return sent;
}
