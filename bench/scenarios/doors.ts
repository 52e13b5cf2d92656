import { Agent } from "node:http";
import { availabilityPath } from "@/bench/availability/reading";
import { get } from "@/bench/harness/http";
import { perSecond, sendAsFastAsPossible } from "@/bench/harness/load";
import { processorSeconds } from "@/bench/harness/processor-time";
import type { Row, Scenario, Table } from "@/bench/harness/scenario";
import { aScheduleOf } from "@/bench/harness/seed";
import type { Door, Stage } from "@/bench/harness/stage";
import { step } from "@/scripts/steps";

const SEATS = 50_000;
const CLIENTS = 16;
const FOR_MS = 3_000;
/** By turns, so that a machine that slows down slows both. */
const ROUNDS = 2;
const SECOND_MS = 1_000;

type Asked = { measure: string; path: string; headers: Record<string, string>; status: number };
type Result = { perSecond: number; msEach: number };

/** What the same answers cost through the front and through Next. */
export const doors: Scenario = {
  name: "doors",
  title: "The API beside Next and inside it",
  timeLimitMs: 180_000,
  run: async function* (stage) {
    const scheduleId = await step("A hall of 50,000 seats", () => aScheduleOf(stage.db, SEATS));
    const path = availabilityPath(scheduleId);
    const etag = String((await stage.get(path)).headers.etag);
    const asked: readonly Asked[] = [
      { measure: "nothing: an address that is none", path: "/api/v1/nothing", headers: {}, status: 404 },
      { measure: "the list of events", path: "/api/v1/events", headers: {}, status: 200 },
      { measure: "availability, whole", path, headers: {}, status: 200 },
      { measure: "availability, nothing new", path, headers: { "if-none-match": etag }, status: 304 },
    ];
    yield await step("Both doors", () => compare(stage, asked));
  },
};

async function compare({ doors: { front, pages } }: Stage, asked: readonly Asked[]): Promise<Table> {
  const rows: Row[] = [];
  for (const one of asked) {
    const best = { front: none(), pages: none() };
    for (let round = 0; round < ROUNDS; round++) {
      best.pages = better(best.pages, await measure(pages, one));
      best.front = better(best.front, await measure(front, one));
    }
    const times = best.front.perSecond / best.pages.perSecond;
    const rates = [best.pages.perSecond, best.front.perSecond, times];
    rows.push({ measure: one.measure, cells: [...rates, best.pages.msEach, best.front.msEach] });
  }
  return {
    title: `${CLIENTS} clients as fast as they get answers, the better of ${ROUNDS} rounds`,
    columns: [
      "Next, answers/s",
      "front, answers/s",
      "times as many",
      "Next, processor ms each",
      "front, processor ms each",
    ],
    rows,
  };
}

async function measure(door: Door, { path, headers, status }: Asked): Promise<Result> {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const url = new URL(path, door.url);
  const ask = async () => {
    const answer = await get(agent, url, headers);
    if (answer.status !== status) throw new Error(`${path} answered ${answer.status}, not ${status}`);
  };
  await ask();
  const before = processorSeconds(door.pid);
  const result = await sendAsFastAsPossible({ clients: CLIENTS, forMs: FOR_MS }, ask);
  const spentMs = (processorSeconds(door.pid) - before) * SECOND_MS;
  agent.destroy();
  if (result.failures > 0) throw new Error(`${result.failures} of the answers were others than expected`);
  return { perSecond: perSecond(result), msEach: spentMs / result.latenciesMs.length };
}

const none = (): Result => ({ perSecond: 0, msEach: Number.NaN });
const better = (a: Result, b: Result): Result => (b.perSecond > a.perSecond ? b : a);
