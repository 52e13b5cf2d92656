import { cpus } from "node:os";
import { perSecond } from "@/bench/harness/load";
import { medianOf, percentilesOf } from "@/bench/harness/percentiles";
import type { Row } from "@/bench/harness/scenario";
import type { Stage } from "@/bench/harness/stage";
import type { Step } from "./buyer";
import type { Pace } from "./crowd";
import { type Shares, sendCrowd } from "./send";
import type { Sale } from "./world";

const CROWDS = [8, 16, 32] as const;
const WARM_UP_MS = 4_000;
const TRIAL_MS = 2_000;
const TURN_MS = 4_000;
const STEADY_MS = 8_000;
/** Of the peak: as full as a server may be run. */
const STEADY_SHARE = 0.7;
/** By turns with the database alone, so that a machine that slows down slows both. */
const TURNS = 3;
const PERCENT = 100;

/** Who buys what through which servers, and up to which step. Every buyer is sent once. */
export type Market = {
  ports: readonly number[];
  sale: Sale;
  last: Step;
  buyersFile: string;
  next: number;
  count: number;
};

/** `ratio` is to what the database did by itself in the same turn, by the name of that measurement; medians of the turns. */
export type Peak<Name extends string> = { rate: number; clients: number; ratios: Partial<Record<Name, number>> };

/** How much there is room for, beside what the database does by itself just before. */
export async function findPeak<Name extends string>(
  stage: Stage,
  market: Market,
  limits: Partial<Record<Name, () => Promise<number>>>,
): Promise<Peak<Name>> {
  const clients = await chooseCrowd(stage, market);
  const rates: number[] = [];
  const names = Object.keys(limits) as Name[];
  const ratios = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let turn = 0; turn < TURNS; turn++) {
    const byItself = new Map<Name, number>();
    for (const name of names) byItself.set(name, (await limits[name]?.()) ?? 0);
    const { report } = await send(stage, market, { pace: { clients }, forMs: TURN_MS });
    const rate = perSecond(report);
    rates.push(rate);
    for (const [name, limit] of byItself) ratios.get(name)?.push(rate / limit);
  }
  const medians = Object.fromEntries([...ratios].map(([name, found]) => [name, medianOf(found)]));
  return { rate: medianOf(rates), clients, ratios: medians as Partial<Record<Name, number>> };
}

async function chooseCrowd(stage: Stage, market: Market): Promise<number> {
  await send(stage, market, { pace: { clients: CROWDS[1] }, forMs: WARM_UP_MS });
  let best: { clients: number; rate: number } = { clients: CROWDS[0], rate: 0 };
  for (const clients of CROWDS) {
    const { report } = await send(stage, market, { pace: { clients }, forMs: TRIAL_MS });
    if (perSecond(report) > best.rate) best = { clients, rate: perSecond(report) };
  }
  return best.clients;
}

/** Seven tenths of the peak at a fixed rate, in rows for a table. */
export async function measureSteady(stage: Stage, market: Market, peakRate: number): Promise<Row[]> {
  const rate = Math.max(1, Math.floor(peakRate * STEADY_SHARE));
  const { report, shares } = await send(stage, market, { pace: { perSecond: rate }, forMs: STEADY_MS });
  const steps = (["hold", "book", "pay"] as const).map((step) => {
    const { p50, p95, p99 } = percentilesOf(report.steps[step]);
    return { measure: `${step}, ms`, cells: [p50, p95, p99] };
  });
  const refusals = Object.entries(report.refusals).map(([what, count]) => `${count} × ${what}`);
  const single = (measure: string, cell: number | string) => ({ measure, cells: [cell, "", ""] });
  return [
    ...steps,
    single("asked for, purchases/s", rate),
    single("paid, purchases/s", perSecond(report)),
    single("failed or unsent", report.failures + report.unsent),
    ...(refusals.length > 0 ? [single("of which", refusals.join(", "))] : []),
    ...shareRows(shares, report.latenciesMs.length).map(({ measure, cell }) => single(measure, cell)),
  ];
}

function shareRows({ elapsedSeconds, ...shares }: Shares, purchases: number) {
  const all = elapsedSeconds * cpus().length;
  return Object.entries(shares).flatMap(([who, seconds]) => [
    { measure: `${who}: of all processors, %`, cell: (seconds / all) * PERCENT },
    { measure: `${who}: processor time for a purchase, ms`, cell: (seconds / Math.max(1, purchases)) * 1_000 },
  ]);
}

async function send(stage: Stage, market: Market, { pace, forMs }: { pace: Pace; forMs: number }) {
  const { ports, sale, last, buyersFile, next: first, count: end } = market;
  const sent = await sendCrowd(stage, { ports, sale, last, buyersFile, first, count: end - first, pace, forMs });
  const { latenciesMs, failures } = sent.report;
  market.next += latenciesMs.length + failures;
  return sent;
}
