import { perSecond, sendAsFastAsPossible, sendAtRate } from "@/bench/harness/load";
import { percentilesOf } from "@/bench/harness/percentiles";
import type { Row, Table } from "@/bench/harness/scenario";
import type { Stage } from "@/bench/harness/stage";

const CLIENTS = 16;
const FOR_MS = 6_000;
/** The fixed rate is this share of the most there is room for: beyond it a queue grows for ever. */
const RATE_SHARE = 0.5;

type Manner = { measure: string; headers: (etag: string) => Record<string, string>; status: number };

const MANNERS: readonly Manner[] = [
  { measure: "whole, gzip", headers: () => ({ "accept-encoding": "gzip" }), status: 200 },
  { measure: "whole, plain", headers: () => ({}), status: 200 },
  {
    measure: "nothing new (If-None-Match)",
    headers: (etag) => ({ "accept-encoding": "gzip", "if-none-match": etag }),
    status: 304,
  },
];

export const availabilityPath = (scheduleId: string) => `/api/v1/schedules/${scheduleId}/availability`;

/** How many readers there is room for, what each gets, and how long they wait at half that rate. */
export async function measureReading(stage: Stage, scheduleId: string): Promise<Table> {
  const path = availabilityPath(scheduleId);
  const rows: Row[] = [];
  for (const { measure, headers, status } of MANNERS) {
    const etag = String((await stage.get(path)).headers.etag);
    const { body } = await stage.get(path, headers(etag));
    const read = () => readOnce(stage, path, headers(etag), status);
    const most = perSecond(await sendAsFastAsPossible({ clients: CLIENTS, forMs: FOR_MS }, read));
    const rate = Math.max(1, Math.floor(most * RATE_SHARE));
    const { latenciesMs, failures } = await sendAtRate({ perSecond: rate, forMs: FOR_MS }, read);
    const { p50, p95, p99 } = percentilesOf(latenciesMs);
    rows.push({ measure, cells: [body.byteLength, most, rate, p50, p95, p99, failures] });
  }
  return {
    title: "Reading the availability of 50,000 seats",
    columns: ["bytes", "most reads/s", "at reads/s", "p50 ms", "p95 ms", "p99 ms", "failed"],
    rows,
  };
}

export async function readOnce(
  stage: Stage,
  path: string,
  headers: Record<string, string>,
  status: number,
): Promise<void> {
  const answer = await stage.get(path, headers);
  if (answer.status !== status) throw new Error(`${path} answered ${answer.status}, not ${status}`);
}
