import { monitorEventLoopDelay } from "node:perf_hooks";
import { perSecond, sendAsFastAsPossible } from "@/bench/harness/load";
import { percentilesOf } from "@/bench/harness/percentiles";
import type { Table } from "@/bench/harness/scenario";
import { someFans } from "@/bench/harness/seed";
import type { Stage } from "@/bench/harness/stage";
import { holdBestAvailableSafely } from "@/lib/sales/hold-best-available";
import { readHall } from "@/lib/seats/read-hall";

const PARTIES = 400;
const AT_ONCE = 100;
const FOR_MS_MAX = 60_000;
const NS_PER_MS = 1e6;

/** Parties of two to four, a hundred at once, who all want the best seats of one hall: chosen and held. */
export async function measureBest({ db, redis }: Stage, scheduleId: string): Promise<Table> {
  const services = { db, readDb: db, redis };
  const fans = await someFans(db, PARTIES);
  await readHall(db, scheduleId);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const seats: number[] = [];
  delay.enable();
  const held = await sendAsFastAsPossible({ clients: AT_ONCE, forMs: FOR_MS_MAX, total: PARTIES }, async (i) => {
    const fan = fans[i];
    if (!fan) return;
    const wish = { scheduleId, count: 2 + (i % 3), isAccessible: false };
    seats.push(...(await holdBestAvailableSafely(services, fan, wish)).seatIndexes);
  });
  delay.disable();
  const { p50, p99 } = percentilesOf(held.latenciesMs);
  return {
    title: "The best of 50,000 seats for 400 parties, a hundred at once",
    columns: [""],
    rows: [
      { measure: "parties seated", cells: [held.latenciesMs.length] },
      { measure: "left out", cells: [held.failures] },
      { measure: "seats given twice", cells: [seats.length - new Set(seats).size] },
      { measure: "parties/s, chosen and held", cells: [perSecond(held)] },
      { measure: "p50 ms", cells: [p50] },
      { measure: "p99 ms", cells: [p99] },
      { measure: "longest stop of the process, ms", cells: [delay.max / NS_PER_MS] },
    ],
  };
}
