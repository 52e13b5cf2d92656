import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { processorSeconds } from "@/bench/harness/processor-time";
import type { Stage } from "@/bench/harness/stage";
import { Failure } from "@/scripts/failure";
import { startChild } from "@/scripts/services/child";
import type { Buyer } from "./buyer";
import type { CrowdPlan, CrowdReport } from "./crowd";
import type { SeatForSale } from "./world";

/** A file with one buyer a line, each with a token of their own; `seatsOf` says what the one at a place wants. */
export async function writeBuyers(
  stage: Stage,
  { fans, seatsOf, name }: { fans: readonly string[]; seatsOf: (i: number) => readonly SeatForSale[]; name: string },
): Promise<{ file: string; count: number }> {
  const tokens = (await runTyped(stage, "bench/purchase/mint.ts", fans.join("\n"))).split("\n");
  const count = Math.min(fans.length, tokens.length);
  const lines = tokens.slice(0, count).map((token, i) => {
    const buyer: Buyer = { token, seats: seatsOf(i) };
    return JSON.stringify(buyer);
  });
  const file = join(stage.logDir, `buyers-${name}.jsonl`);
  writeFileSync(file, lines.join("\n"));
  return { file, count };
}

/** Seconds of processor time by whom, and how long that was. */
export type Shares = { elapsedSeconds: number; app: number; database: number; redis: number; load: number };

/** Sends a crowd, in a process of its own, and watches who works meanwhile. */
export async function sendCrowd(stage: Stage, plan: CrowdPlan): Promise<{ report: CrowdReport; shares: Shares }> {
  const look = () => {
    const of = (pids: readonly number[]) => pids.reduce((sum, pid) => sum + processorSeconds(pid), 0);
    const { app, database, redis } = stage.pids;
    return { app: of(app), database: of([database]), redis: of([redis]) };
  };
  const before = look();
  const text = await runTyped(stage, "bench/purchase/crowd.ts", JSON.stringify(plan));
  const after = look();
  const report = JSON.parse(text) as CrowdReport;
  const shares = {
    elapsedSeconds: report.elapsedMs / 1_000,
    app: after.app - before.app,
    database: after.database - before.database,
    redis: after.redis - before.redis,
    load: report.ownSeconds,
  };
  return { report, shares };
}

/** What a typed command of the bench printed, given `input`. */
export async function runTyped({ logDir, environment }: Stage, script: string, input: string): Promise<string> {
  const file = join(logDir, `${script.replaceAll("/", "-")}.log`);
  const { exited } = startChild({
    name: script,
    command: process.execPath,
    args: ["--import", "tsx", script],
    env: environment,
    output: { file },
    input,
  });
  const { code } = await exited;
  const text = readFileSync(file, "utf8").trimEnd();
  if (code !== 0) throw new Failure(`${script} ended with ${code}:\n${text.slice(-2_000)}`);
  return text;
}
