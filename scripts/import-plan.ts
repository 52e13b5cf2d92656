import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { putPlanOnSale } from "@/lib/catalog/put-plan-on-sale";
import { type Db, openDatabase } from "@/lib/db/client";
import { AppError } from "@/lib/kernel/errors";
import { gradeCategories } from "@/lib/plans/grade-categories";
import { importPlan } from "@/lib/plans/import-plan";
import { type ParsedPlan, parsePretixPlan } from "@/lib/plans/pretix";
import { Failure, printFailure } from "./failure";
import { findConnection } from "./services/connection";
import { findRunning } from "./services/running";
import { step } from "./steps";

const USAGE = 'npm run import-plan -- FILE [--venue "Name"] [--sell]';

/** `npm run import-plan`: makes a hall of a pretix seating plan, says what it put right, and sells it if asked to. */
async function main(args: readonly string[]): Promise<void> {
  const { file, venueName, isToBeSold } = readArguments(args);
  const { databaseUrl } = findConnection();
  console.log("");
  const source = await readJson(file);
  const parsed = await step("Reading the plan", async (note) => {
    const plan = parsePretixPlan(source);
    note(`${plan.plan.seats.length} seats`);
    return plan;
  });
  printRepairs(parsed);

  const db = openDatabase(databaseUrl, { poolMax: 1, name: "rowlock-import-plan" });
  try {
    await store(db, { parsed, source, name: venueName ?? nameOf(parsed, file), isToBeSold });
  } finally {
    await db.$client.end();
  }
}

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { venue: { type: "string" }, sell: { type: "boolean", default: false } },
    });
    const [file, ...rest] = positionals;
    if (!file || rest.length > 0) throw new Error("one FILE is needed");
    return { file, venueName: values.venue?.trim() || undefined, isToBeSold: values.sell };
  } catch (error) {
    throw new Failure(`Usage: ${USAGE} (${error instanceof Error ? error.message : error})`);
  }
}

async function readJson(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch {
    throw new Failure(`${file} cannot be read. Give the path of a pretix seating plan: ${USAGE}`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Failure(`${file} is not JSON: ${error instanceof Error ? error.message : error}`);
  }
}

function printRepairs({ repairs }: ParsedPlan): void {
  console.log(repairs.length === 0 ? "  Nothing had to be put right." : "  Put right:");
  for (const repair of repairs) console.log(`    - ${repair}`);
}

/** The plan's own name where it says something, else the file's. */
function nameOf({ plan }: ParsedPlan, file: string): string {
  return plan.name === "Plan" ? basename(file).replace(/\.json$/i, "") : plan.name;
}

type ToStore = { parsed: ParsedPlan; source: unknown; name: string; isToBeSold: boolean };

async function store(db: Db, { parsed, source, name, isToBeSold }: ToStore): Promise<void> {
  const venue = { slug: slugOf(name), nameKo: name, nameEn: name };
  const { planId } = await step("Storing the hall", async (note) => {
    const stored = await importPlan(db, { venue, plan: parsed.plan, source });
    note(`"${name}", version ${stored.version}`);
    return stored;
  });
  if (!isToBeSold) {
    console.log("\n  To sell it at once, say --sell.\n");
    return;
  }
  const { gradeOfCategory, notes } = gradeCategories(parsed.categories);
  for (const [category, grade] of Object.entries(gradeOfCategory)) console.log(`    - ${category} is sold as ${grade}`);
  for (const note of notes) console.log(`    - ${note}`);
  const { scheduleId, eventSlug } = await step("Putting it on sale", async (note) => {
    const onSale = await putPlanOnSale(db, { planId, gradeOfCategory });
    note(`${onSale.ticketCount} tickets`);
    return onSale;
  });
  const url = findRunning()?.url ?? "";
  console.log(`\n  Event     ${url}/events/${eventSlug}\n  Seat map  ${url}/schedules/${scheduleId}\n`);
}

/** "Stadium 738" → "stadium-738". Letters of every script are kept. */
function slugOf(name: string): string {
  const slug = name
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
  return slug || "imported-plan";
}

main(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof AppError && error.code === "invalid_input") {
    const { path, message } = error.details;
    printFailure(new Failure(`The plan cannot be used: ${path ? `${path}: ` : ""}${message}`));
  } else {
    printFailure(error);
  }
  process.exitCode = 1;
});
