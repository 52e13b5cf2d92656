import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { Failure, printFailure } from "@/scripts/failure";
import { stopWhenInterrupted } from "@/scripts/interruption";
import { isStopping, stopChildren } from "@/scripts/services/child";
import { step } from "@/scripts/steps";
import { chromiumOptions } from "@/scripts/testing/browsers";
import { makeWorkplace, removeWorkplace } from "@/scripts/testing/throwaway-services";
import { measureBaseline } from "./map/baseline";
import { medianRun, printReport, type Report } from "./map/report";
import { DESKTOP, measureRun, PHONE } from "./map/run";
import { findLargestSchedule, serveForBench } from "./map/served";

// How a seat map feels: npm run bench:map -- [SCHEDULE_ID] [--runs N], with BASE_URL for a server that runs already.

const RESULTS = "bench/results/map.json";
const RUNS_DEFAULT = "3";
const RUNS_MAX = 20;

async function measure(baseUrl: string, scheduleId: string, runs: number): Promise<Report> {
  const address = new URL(`/schedules/${scheduleId}`, baseUrl).href;
  const browser = await chromium.launch(chromiumOptions());
  try {
    const report: Report = { address, at: new Date().toISOString(), runs, screens: [] };
    // Not counted: it fills the server's caches.
    await step("Warming up", () => measureRun(browser, address, DESKTOP));
    for (const screen of [DESKTOP, PHONE]) {
      const found = [];
      for (let run = 1; run <= runs; run++) {
        const label = `${screen.name}, run ${run} of ${runs}`;
        const baseline = await step(`${label}: an empty canvas`, () => measureBaseline(browser, screen));
        const map = await step(`${label}: the map`, () => measureRun(browser, address, screen));
        found.push({ ...map, baseline });
      }
      report.screens.push({ screen: screen.name, median: medianRun(found), runs: found });
    }
    return report;
  } finally {
    await browser.close();
  }
}

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { runs: { type: "string", default: RUNS_DEFAULT } },
    allowPositionals: true,
  });
  const runs = Number(values.runs);
  if (!(Number.isInteger(runs) && runs >= 1 && runs <= RUNS_MAX)) throw new Failure(`--runs takes 1 to ${RUNS_MAX}.`);
  const given = process.env.BASE_URL;
  const workplace = given ? null : makeWorkplace();
  stopWhenInterrupted({ exitCode: 130, cleanUp: () => workplace && removeWorkplace(workplace) });
  try {
    const served = workplace ? await serveForBench(workplace) : null;
    const databaseUrl = served?.databaseUrl ?? process.env.DATABASE_URL;
    const scheduleId = positionals[0] ?? (databaseUrl && (await findLargestSchedule(databaseUrl)));
    if (!scheduleId) throw new Failure("Say which schedule, or give DATABASE_URL beside BASE_URL to find the largest.");
    const report = await measure(served?.baseUrl ?? given ?? "", scheduleId, runs);
    await mkdir(dirname(RESULTS), { recursive: true });
    await writeFile(RESULTS, `${JSON.stringify(report, null, 2)}\n`);
    printReport(report);
    console.log(`\nEvery run is in ${RESULTS}.`);
  } catch (error) {
    if (isStopping()) return;
    printFailure(error);
    process.exitCode = 1;
  }
  await stopChildren();
  if (workplace) removeWorkplace(workplace);
  process.exit();
}

await run();
