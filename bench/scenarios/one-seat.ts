import { sql } from "drizzle-orm";
import { percentilesOf } from "@/bench/harness/percentiles";
import type { Scenario, Table } from "@/bench/harness/scenario";
import type { Stage } from "@/bench/harness/stage";
import type { CrowdReport } from "@/bench/purchase/crowd";
import { sendCrowd, writeBuyers } from "@/bench/purchase/send";
import { fansWithPoints, openSales, type Sale, seatsOf } from "@/bench/purchase/world";
import { step } from "@/scripts/steps";

const FANS = 1_000;
const SEATS = 1_000;
const ROUNDS = 3;
const FOR_MS = 20_000;

/** Everybody wants the same seat at once. */
export const oneSeat: Scenario = {
  name: "one-seat",
  title: "One seat, 1,000 fans",
  timeLimitMs: 120_000,
  run: async function* (stage) {
    const [sale] = await step("A hall", () => openSales(stage.db, { seatCount: SEATS, count: 1 }));
    if (!sale) return;
    const fans = await step("Fans", () => fansWithPoints(stage.db, FANS));
    const seats = await seatsOf(stage.db, sale);
    // The first round warms the server up.
    for (let round = 0; round <= ROUNDS; round++) {
      const wanted = seats.slice(round, round + 1);
      const { file, count } = await writeBuyers(stage, { fans, seatsOf: () => wanted, name: `one-${round}` });
      const send = () =>
        sendCrowd(stage, {
          ...{ ports: stage.ports, sale, last: "hold", buyersFile: file, first: 0, count },
          ...{ pace: { clients: FANS }, forMs: FOR_MS },
        });
      const { report } = await step(round === 0 ? "Warming up" : `Round ${round} of ${ROUNDS}`, send);
      if (round > 0) yield toTable(report, { round, holders: await holdersOf(stage, sale, round) });
      await stage.db.execute(sql`update tickets set status = 'available', held_by = null, hold_token = null,
        held_since = null, held_until = null where schedule_id = ${sale.scheduleId} and status = 'held'`);
    }
  },
};

async function holdersOf({ db }: Stage, { scheduleId }: Sale, seatIndex: number): Promise<number> {
  const [row] = await db.execute<{ holders: number }>(sql`
    select count(held_by)::int as holders from tickets where schedule_id = ${scheduleId} and seat_index = ${seatIndex}`);
  return row?.holders ?? 0;
}

function toTable(report: CrowdReport, { round, holders }: { round: number; holders: number }): Table {
  const { p50, p95, max } = percentilesOf(report.refusedMs);
  const taken = report.refusals["hold: 409 seat_unavailable"] ?? 0;
  return {
    title: `1,000 fans ask for one seat at the same moment, round ${round}`,
    columns: [""],
    rows: [
      { measure: "told that they have it", cells: [report.latenciesMs.length] },
      { measure: "who have it, as the database says", cells: [holders] },
      { measure: "told that it is taken", cells: [taken] },
      { measure: "anything else, server errors among it", cells: [report.failures - taken] },
      { measure: "refused after, p50 ms", cells: [p50] },
      { measure: "p95 ms", cells: [p95] },
      { measure: "the last, ms", cells: [max] },
      { measure: "all answered after, ms", cells: [report.elapsedMs] },
    ],
  };
}
