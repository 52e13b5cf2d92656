import { readFileSync } from "node:fs";
import { Line } from "@/bench/harness/line";
import { type PackedAvailability, unpackAvailability } from "@/lib/seats/availability-wire";
import { type Buyer, buy, Refused, type Step } from "./buyer";
import type { Sale, SeatForSale } from "./world";

// Fans who look, pick, collide and pay until nothing is left: reads a VisitPlan from standard input, prints a VisitReport.

export type VisitPlan = {
  port: number;
  sale: Sale;
  buyersFile: string;
  clients: number;
  /** Of the whole hall, by seat index. */
  seats: readonly SeatForSale[];
};

/**
 * `found`: fans who saw a free seat; `tooLate`: those of them to whom others left nothing while they
 * tried; `reserved` and `paid`: those who got so far.
 */
export type VisitReport = {
  found: number;
  tooLate: number;
  reserved: number;
  paid: number;
  looks: number;
  collisions: number;
  /** Anything else that was answered with a refusal, by step, status and code. */
  failures: Record<string, number>;
  latenciesMs: Record<Step, number[]>;
  elapsedMs: number;
};

const PARTY_MAX = 4;
const TRIES_MAX = 25;
const TAKEN = "hold: 409 seat_unavailable";

const plan = JSON.parse(readFileSync(0, "utf8")) as VisitPlan;
const fans = readFileSync(plan.buyersFile, "utf8").split("\n");
const latenciesMs: VisitReport["latenciesMs"] = { hold: [], book: [], pay: [] };
const failures: VisitReport["failures"] = {};
const counts = { found: 0, tooLate: 0, reserved: 0, paid: 0, looks: 0, collisions: 0 };

/** So many seats side by side at a place left to chance; fewer where there are no such, none where nothing is free. */
function pick(statuses: string, party: number): SeatForSale[] {
  for (let size = party; size > 0; size--) {
    const wanted = "0".repeat(size);
    const from = Math.floor(Math.random() * statuses.length);
    const at = statuses.indexOf(wanted, from);
    const found = at >= 0 ? at : statuses.indexOf(wanted);
    if (found >= 0) return plan.seats.slice(found, found + size);
  }
  return [];
}

async function look(line: Line): Promise<string> {
  counts.looks += 1;
  const { status, body } = await line.get(`/api/v1/schedules/${plan.sale.scheduleId}/availability`);
  if (status !== 200) throw new Refused(`look: ${status}`);
  return unpackAvailability(JSON.parse(body) as PackedAvailability).statuses;
}

async function visit(line: Line, token: string): Promise<void> {
  const party = 1 + Math.floor(Math.random() * PARTY_MAX);
  const reached = new Set<Step>();
  for (let attempt = 0; attempt < TRIES_MAX; attempt++) {
    const seats = pick(await look(line), party);
    if (attempt === 0 && seats.length > 0) counts.found += 1;
    if (seats.length === 0) {
      if (attempt > 0) counts.tooLate += 1;
      return;
    }
    try {
      await buyTimed(line, { token, seats }, reached);
      return;
    } catch (error) {
      if (!(error instanceof Refused) || error.message !== TAKEN) throw error;
      counts.collisions += 1;
    }
  }
  throw new Refused("hold: given up");
}

async function buyTimed(line: Line, buyer: Buyer, reached: Set<Step>): Promise<void> {
  let since = performance.now();
  await buy(line, plan.sale, buyer, "pay", (step) => {
    latenciesMs[step].push(performance.now() - since);
    since = performance.now();
    if (step === "hold" && !reached.has(step)) counts.reserved += 1;
    if (step === "pay") counts.paid += 1;
    reached.add(step);
  });
}

async function queue(): Promise<void> {
  const line = new Line("127.0.0.1", plan.port);
  for (let next = fans.pop(); next; next = fans.pop()) {
    await visit(line, (JSON.parse(next) as Buyer).token).catch((error: unknown) => {
      const what = error instanceof Error ? error.message : "unknown";
      failures[what] = (failures[what] ?? 0) + 1;
    });
  }
  line.close();
}

const startedAt = performance.now();
await Promise.all(Array.from({ length: plan.clients }, queue));
const report: VisitReport = { ...counts, failures, latenciesMs, elapsedMs: performance.now() - startedAt };
console.log(JSON.stringify(report));
