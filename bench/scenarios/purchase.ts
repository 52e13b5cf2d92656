import type { Row, Scenario, Table } from "@/bench/harness/scenario";
import type { Stage } from "@/bench/harness/stage";
import { findPgbench, type LimitName, measureLimit } from "@/bench/purchase/limit";
import { findPeak, type Market, measureSteady } from "@/bench/purchase/measure";
import { writeBuyers } from "@/bench/purchase/send";
import { fansWithPoints, openSales, type Sale, seatsOf } from "@/bench/purchase/world";
import { step } from "@/scripts/steps";

const SEATS = 50_000;
const FANS = 25_000;
/** One for purchases, one for holds, one for each script of the database's limit. */
const SALES = 5;

const LIMITS = {
  sale: "one transaction, ten statements",
  purchase: "hold, book and pay, 27 statements",
  hold: "a hold, four statements",
} as const satisfies Record<LimitName, string>;
type Limits = Partial<Record<LimitName, number>>;

/** Buying, from the first tap to the ticket: distinct fans who each hold, book and pay two seats. */
export const purchase: Scenario = {
  name: "purchase",
  title: "Buying: hold, book, pay",
  timeLimitMs: 240_000,
  run: async function* (stage) {
    const [paid, held, ...spare] = await step("Halls of 50,000 seats", () =>
      openSales(stage.db, { seatCount: SEATS, count: SALES }),
    );
    const fans = await step("Fans with points", () => fansWithPoints(stage.db, FANS));
    if (!paid || !held) return;
    const limits = await measureLimits(stage, spare);
    yield { title: "What the database can do by itself", columns: ["a second"], rows: limitRows(limits) };
    yield* measureDoor(stage, { paid, held, fans, limits });
  },
};

type World = { paid: Sale; held: Sale; fans: readonly string[]; limits: Limits };

async function* measureDoor(stage: Stage, { paid, held, fans, limits }: World): AsyncIterable<Table> {
  const buying = await openMarket(stage, { sale: paid, fans, name: "purchases" });
  const peak = await step("As many purchases as there is room for", () => findPeak(stage, buying, "pay"));
  const steady = await step("Purchases at a fixed rate", () => measureSteady(stage, buying, peak.rate));
  yield {
    title: `Distinct fans hold, book and pay two seats each with points, through ${stage.ports.length} process${stage.ports.length === 1 ? "" : "es"}`,
    columns: [""],
    rows: [
      { measure: "most purchases/s", cells: [peak.rate] },
      { measure: "… with so many fans at once", cells: [peak.clients] },
      ...ratioRows(peak.rate, limits, ["sale", "purchase"]),
      ...steady,
    ],
  };
  const holding = await openMarket(stage, { sale: held, fans, name: "holds" });
  const most = await step("As many holds as there is room for", () => findPeak(stage, holding, "hold"));
  yield {
    title: "Distinct fans hold two seats each",
    columns: [""],
    rows: [{ measure: "most holds/s", cells: [most.rate] }, ...ratioRows(most.rate, limits, ["hold", "sale"])],
  };
}

async function openMarket(
  stage: Stage,
  { sale, fans, name }: { sale: Sale; fans: readonly string[]; name: string },
): Promise<Market> {
  const seats = await seatsOf(stage.db, sale);
  const { file, count } = await step(`Tokens for ${name}`, () => writeBuyers(stage, { fans, seats, name }));
  return { ports: stage.ports, sale, buyersFile: file, next: 0, count };
}

async function measureLimits(stage: Stage, sales: readonly Sale[]): Promise<Limits> {
  const pgbench = findPgbench();
  const limits: Limits = {};
  if (pgbench === null) {
    await step("The database by itself", async (note) => note("skipped: pgbench is not installed"));
    return limits;
  }
  for (const [i, name] of (["sale", "purchase", "hold"] as const).entries()) {
    const sale = sales[i];
    if (!sale) continue;
    limits[name] = await step(`The database by itself: ${LIMITS[name]}`, () =>
      measureLimit(stage, { pgbench, name, sale, fanCount: FANS }),
    );
  }
  return limits;
}

const limitRows = (limits: Limits): Row[] =>
  Object.entries(LIMITS).map(([name, measure]) => ({
    measure,
    cells: [limits[name as LimitName] ?? "skipped: no pgbench"],
  }));

function ratioRows(rate: number, limits: Limits, names: readonly LimitName[]): Row[] {
  return names.flatMap((name) => {
    const limit = limits[name];
    return limit ? [{ measure: `… of the database's ${LIMITS[name]}`, cells: [rate / limit] }] : [];
  });
}
