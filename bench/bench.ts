import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { audit, RULES } from "@/lib/audit/audit";
import { Failure, printFailure } from "@/scripts/failure";
import { stopWhenInterrupted } from "@/scripts/interruption";
import { isStopping, stopChildren } from "@/scripts/services/child";
import { step } from "@/scripts/steps";
import { makeWorkplace, removeWorkplace } from "@/scripts/testing/throwaway-services";
import { describeMachine, type Machine, machineInWords } from "./harness/machine";
import { formatTable, markdownTable, replaceSection } from "./harness/report";
import type { Scenario, Table } from "./harness/scenario";
import { openStage, type Stage } from "./harness/stage";
import { availability } from "./scenarios/availability";
import { doors } from "./scenarios/doors";
import { onSale } from "./scenarios/on-sale";
import { oneSeat } from "./scenarios/one-seat";
import { purchase } from "./scenarios/purchase";

// npm run bench, or npm run bench -- purchase --processes 2: measures on a production build and services of its own.

const SCENARIOS: readonly Scenario[] = [purchase, oneSeat, onSale, availability, doors];
const PROCESSES_MAX = 8;
const RESULTS = join("bench", "results");
const DOCUMENT = join("docs", "performance.md");
const INTERRUPTED = 130;

type Outcome = {
  scenario: Scenario;
  machine: Machine;
  at: string;
  tables: Table[];
  violations: number;
  isWhole: boolean;
};

function chooseScenarios(names: readonly string[]): readonly Scenario[] {
  const known = SCENARIOS.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Failure(`There is no bench "${unknown}". There is: ${known.join(", ")}.`);
  return names.length === 0 ? SCENARIOS : SCENARIOS.filter(({ name }) => names.includes(name));
}

/** `--profile` leaves a CPU profile of each server in bench/results; it slows them a little. */
function readArguments(args: readonly string[]) {
  const options = {
    processes: { type: "string", default: "1" },
    profile: { type: "boolean", default: false },
  } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const processes = Number(values.processes);
  if (!(Number.isInteger(processes) && processes >= 1 && processes <= PROCESSES_MAX))
    throw new Failure(`--processes takes 1 to ${PROCESSES_MAX}.`);
  return { chosen: chooseScenarios(positionals), processes, profile: values.profile };
}

async function measure(stage: Stage, scenario: Scenario): Promise<Outcome> {
  console.log(`\n  ${scenario.title}\n`);
  const tables: Table[] = [];
  const isWhole = await withinLimit(scenario, async () => {
    for await (const table of scenario.run(stage)) {
      tables.push(table);
      for (const line of formatTable(table)) console.log(line);
      console.log("");
    }
  });
  const violations = await step("Audit", async (note) => {
    const found = await audit(stage.db);
    note(`${RULES.length} rules, ${found.length} violations`);
    return found.length;
  });
  return { scenario, machine: await describeMachine(stage), at: new Date().toISOString(), tables, violations, isWhole };
}

/** @returns whether the work came to its end, which it may not for want of time or by a failure. */
async function withinLimit({ name, timeLimitMs }: Scenario, work: () => Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    const words = `"${name}" was given up after ${timeLimitMs / 1_000} s; this machine is busy or too slow for it.`;
    timer = setTimeout(() => reject(new Failure(words)), timeLimitMs);
  });
  try {
    await Promise.race([work(), tooLong]);
    return true;
  } catch (error) {
    printFailure(error);
    return false;
  } finally {
    clearTimeout(timer);
  }
}

async function report({ scenario, machine, at, tables, violations, isWhole }: Outcome): Promise<void> {
  await mkdir(RESULTS, { recursive: true });
  const file = join(RESULTS, `${scenario.name}.json`);
  await writeFile(
    file,
    `${JSON.stringify({ scenario: scenario.name, at, machine, violations, isWhole, tables }, null, 2)}\n`,
  );
  if (!isWhole) return console.log(`\n  What was measured is in ${file}; ${DOCUMENT} is left as it was.`);

  const lines = [
    `## ${scenario.title}`,
    "",
    `${machineInWords(machine)} ${at.slice(0, 10)}; the audit afterwards found ${violations} violations.`,
    ...tables.flatMap((table) => ["", ...markdownTable(table)]),
  ];
  const document = existsSync(DOCUMENT) ? await readFile(DOCUMENT, "utf8") : "# Performance\n";
  await mkdir(dirname(DOCUMENT), { recursive: true });
  await writeFile(DOCUMENT, replaceSection(document, scenario.name, lines));
  console.log(`\n  Kept in ${file} and ${DOCUMENT}.`);
}

async function main(args: readonly string[]): Promise<boolean> {
  const { chosen, processes, profile } = readArguments(args);
  const workplace = makeWorkplace();
  stopWhenInterrupted({ exitCode: INTERRUPTED, cleanUp: () => removeWorkplace(workplace) });
  let stage: Stage | undefined;
  try {
    console.log("");
    stage = await openStage(workplace, { processes, profileDir: profile ? RESULTS : undefined });
    let isWhole = true;
    for (const scenario of chosen) {
      const outcome = await measure(stage, scenario);
      await report(outcome);
      isWhole &&= outcome.isWhole && outcome.violations === 0;
    }
    return isWhole;
  } catch (error) {
    if (!isStopping()) printFailure(error);
    return false;
  } finally {
    if (!isStopping()) {
      await stage?.close();
      await stopChildren();
      removeWorkplace(workplace);
    }
  }
}

main(process.argv.slice(2)).then(
  (isWhole) => process.exit(isWhole ? 0 : 1),
  (error: unknown) => {
    if (isStopping()) return;
    printFailure(error);
    process.exit(1);
  },
);
