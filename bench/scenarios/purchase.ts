import type { Row, Scenario, Table } from "@/bench/harness/scenario";
import type { Stage } from "@/bench/harness/stage";
import type { Step } from "@/bench/purchase/buyer";
import { findPgbench, type LimitName, measureLimit } from "@/bench/purchase/limit";
import { findPeak, type Market, measureSteady, type Peak } from "@/bench/purchase/measure";
import { writeBuyers } from "@/bench/purchase/send";
import { fansWithPoints, openSales, type Sale, seatsOf } from "@/bench/purchase/world";
import { step } from "@/scripts/steps";

const SEATS = 50_000;
const FANS = 25_000;
const SEATS_PER_BUYER = 2;
/** Purchases, holds, and purchases through Next. */
const SALES = 3;
/** For three scripts of the database's limit, three turns each, of some seconds. */
const LIMIT_SALES = 9;
const LIMIT_SEATS = 20_000;

const LIMITS = {
  sale: "a sale as ten statements in one transaction",
  purchase: "hold, book and pay as 27 statements in three transactions",
  hold: "a hold as four statements",
} as const satisfies Record<LimitName, string>;

/** Buying, from the first tap to the ticket: distinct fans who each hold, book and pay two seats. */
export const purchase: Scenario = {
  name: "purchase",
  title: "Buying: hold, book, pay",
  timeLimitMs: 300_000,
  run: async function* (stage) {
    const [[paid, held, throughNext], spare] = await step("Halls", async () => [
      await openSales(stage.db, { seatCount: SEATS, count: SALES }),
      await openSales(stage.db, { seatCount: LIMIT_SEATS, count: LIMIT_SALES }),
    ]);
    const fans = await step("Fans with points", () => fansWithPoints(stage.db, FANS));
    const limits = await prepareLimits(stage, spare);
    if (!paid || !held || !throughNext) return;
    const ports = stage.ports;
    yield* buy(stage, await openMarket(stage, { ports, sale: paid, fans, last: "pay" }), limits);
    yield* hold(stage, await openMarket(stage, { ports, sale: held, fans, last: "hold" }), limits);
    if (ports.length > 1) return;
    const pages = [Number(new URL(stage.doors.pages.url).port)];
    yield await buyThroughNext(stage, await openMarket(stage, { ports: pages, sale: throughNext, fans, last: "pay" }));
  },
};

type Limits = { [Name in LimitName]?: { measure: () => Promise<number>; found: number[] } };

async function* buy(stage: Stage, market: Market, limits: Limits): AsyncIterable<Table> {
  const peak = await step("Purchases, by turns with the database alone", () =>
    findPeak(stage, market, measuresOf(limits, ["sale", "purchase"])),
  );
  yield {
    title: `Most purchases of two seats, by distinct fans with points, through ${processesOf(stage)}`,
    columns: [""],
    rows: [...peakRows("purchases", peak), ...limitRows(limits, ["sale", "purchase"])],
  };
  yield {
    title: "The same at a fixed rate of seven tenths of that, latencies from when a fan was due",
    columns: ["p50", "p95", "p99"],
    rows: await step("Purchases at a fixed rate", () => measureSteady(stage, market, peak.rate)),
  };
}

async function* hold(stage: Stage, market: Market, limits: Limits): AsyncIterable<Table> {
  const peak = await step("Holds, by turns with the database alone", () =>
    findPeak(stage, market, measuresOf(limits, ["hold"])),
  );
  yield {
    title: `Most holds of two seats, through ${processesOf(stage)}`,
    columns: [""],
    rows: [...peakRows("holds", peak), ...limitRows(limits, ["hold"])],
  };
}

async function buyThroughNext(stage: Stage, market: Market): Promise<Table> {
  const peak = await step("Purchases through Next's own door", () => findPeak(stage, market, {}));
  return {
    title: "Most purchases of two seats through Next itself, which is all there is on a serverless platform",
    columns: [""],
    rows: peakRows("purchases", peak),
  };
}

const processesOf = ({ ports: { length } }: Stage) => (length === 1 ? "one front" : `${length} fronts`);

function peakRows(what: string, { rate, clients, ratios }: Peak<LimitName>): Row[] {
  return [
    { measure: `${what}/s`, cells: [rate] },
    { measure: "fans at once", cells: [clients] },
    ...(Object.entries(ratios) as [LimitName, number][]).map(([name, ratio]) => ({
      measure: `share of what the database does by itself: ${LIMITS[name]}`,
      cells: [ratio],
    })),
  ];
}

function limitRows(limits: Limits, names: readonly LimitName[]): Row[] {
  return names.map((name) => {
    const found = limits[name]?.found.toSorted((a, b) => a - b) ?? [];
    const middle = found[Math.floor(found.length / 2)] ?? "skipped: pgbench is not installed";
    return { measure: `the database by itself, ${LIMITS[name]}, a second`, cells: [middle] };
  });
}

const measuresOf = (limits: Limits, names: readonly LimitName[]) =>
  Object.fromEntries(names.flatMap((name) => (limits[name] ? [[name, limits[name].measure]] : []))) as Partial<
    Record<LimitName, () => Promise<number>>
  >;

async function openMarket(
  stage: Stage,
  { ports, sale, fans, last }: { ports: readonly number[]; sale: Sale; fans: readonly string[]; last: Step },
): Promise<Market> {
  const seats = await seatsOf(stage.db, sale);
  const buyers = fans.slice(0, Math.floor(seats.length / SEATS_PER_BUYER));
  const seatsWanted = (i: number) => seats.slice(i * SEATS_PER_BUYER, (i + 1) * SEATS_PER_BUYER);
  const { file, count } = await step("Tokens", () =>
    writeBuyers(stage, { fans: buyers, seatsOf: seatsWanted, name: sale.scheduleId }),
  );
  return { ports, sale, last, buyersFile: file, next: 0, count };
}

/** Each turn of a script works on seats of its own, which nobody has sold before. */
async function prepareLimits(stage: Stage, sales: Sale[]): Promise<Limits> {
  const pgbench = findPgbench();
  if (pgbench === null) {
    await step("The database by itself", async (note) => note("skipped: pgbench is not installed"));
    return {};
  }
  const limitOf = (name: LimitName) => {
    const found: number[] = [];
    const measure = async () => {
      const sale = sales.pop();
      if (!sale) throw new Error("every turn needs seats of its own");
      const rate = await measureLimit(stage, { pgbench, name, sale, fanCount: FANS });
      found.push(rate);
      return rate;
    };
    return { measure, found };
  };
  return { sale: limitOf("sale"), purchase: limitOf("purchase"), hold: limitOf("hold") };
}
