import { readFileSync } from "node:fs";
import { Line } from "@/bench/harness/line";
import { type LoadResult, sendAsFastAsPossible, sendAtRate } from "@/bench/harness/load";
import { type Buyer, buy, type Step } from "./buyer";
import type { Sale } from "./world";

// The crowd, in a process of its own: reads a CrowdPlan from standard input, prints a CrowdReport.

/** `clients` at once, each with the next as soon as one is answered; or so many a second, whether answered or not. */
export type Pace = { clients: number } | { perSecond: number };

export type CrowdPlan = {
  ports: readonly number[];
  sale: Sale;
  /** A file with one Buyer a line; those from `first` on, at most `count`, are sent. */
  buyersFile: string;
  first: number;
  count: number;
  last: Step;
  pace: Pace;
  forMs: number;
};

/** `steps`: latencies in ms; the first step's runs from when it was due. `refusals`: how often each. */
export type CrowdReport = LoadResult & {
  steps: Record<Step, number[]>;
  refusals: Record<string, number>;
  /** How long it took to be refused, in ms. */
  refusedMs: number[];
  /** Processor time of the crowd itself while it was sending. */
  ownSeconds: number;
};

const plan = JSON.parse(readFileSync(0, "utf8")) as CrowdPlan;
const buyers = readFileSync(plan.buyersFile, "utf8")
  .split("\n", plan.first + plan.count)
  .slice(plan.first);
const steps: CrowdReport["steps"] = { hold: [], book: [], pay: [] };
const refusals: CrowdReport["refusals"] = {};
const refusedMs: number[] = [];
const idle: Line[] = [];
let opened = 0;

/** A connection that nobody uses, the one used last first; spread over the servers as they are opened. */
function takeLine(): Line {
  for (let line = idle.pop(); line; line = idle.pop()) if (line.isOpen) return line;
  return new Line("127.0.0.1", plan.ports[opened++ % plan.ports.length] ?? 0);
}

async function send(i: number, dueMs: number): Promise<void> {
  const buyer = JSON.parse(buyers[i] ?? "null") as Buyer;
  const line = takeLine();
  let since = dueMs;
  try {
    await buy(line, plan.sale, buyer, plan.last, (step) => {
      const now = performance.now();
      steps[step].push(now - since);
      since = now;
    });
  } catch (error) {
    const what = error instanceof Error ? error.message : "unknown";
    refusals[what] = (refusals[what] ?? 0) + 1;
    refusedMs.push(performance.now() - since);
    throw error;
  } finally {
    idle.push(line);
  }
}

async function run(): Promise<LoadResult> {
  const { pace, forMs } = plan;
  if ("clients" in pace) {
    return sendAsFastAsPossible({ clients: pace.clients, forMs, total: buyers.length }, (i) =>
      send(i, performance.now()),
    );
  }
  const rate = pace.perSecond;
  const most = Math.min(forMs, (buyers.length / rate) * 1_000);
  const startedAt = performance.now();
  return sendAtRate({ perSecond: rate, forMs: most }, (i) => send(i, startedAt + (i * 1_000) / rate));
}

const before = process.cpuUsage();
const result = await run();
const own = process.cpuUsage(before);
for (const line of idle) line.close();
const report: CrowdReport = { ...result, steps, refusals, refusedMs, ownSeconds: (own.user + own.system) / 1e6 };
console.log(JSON.stringify(report));
