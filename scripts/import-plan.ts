import { basename } from "node:path";
import { parseArgs } from "node:util";
import { putPlanOnSale } from "@/lib/catalog/put-plan-on-sale";
import { type Db, openDatabase } from "@/lib/db/client";
import { AppError } from "@/lib/kernel/errors";
import { gradeCategories } from "@/lib/plans/grade-categories";
import { importPlan } from "@/lib/plans/import-plan";
import { assertHasSeats, type ParsedPlan, parsePretixPlan } from "@/lib/plans/pretix";
import { applySidecar } from "@/lib/plans/sidecar";
import { Failure, printFailure } from "./failure";
import { findSidecar, readPlanFile } from "./plan-files";
import { findConnection } from "./services/connection";
import { findRunning } from "./services/running";
import { step } from "./steps";

const USAGE = 'npm run import-plan -- FILE [--sidecar FILE] [--venue "Name"] [--sell]';

/** `npm run import-plan`: makes a hall of a pretix seating plan, says what it put right, and sells it if asked to. */
async function main(args: readonly string[]): Promise<void> {
  const { file, sidecarFile, venueName, isToBeSold } = readArguments(args);
  const { databaseUrl } = findConnection();
  console.log("");
  const source = await readPlanFile(file);
  const sidecar = sidecarFile === null ? null : await readPlanFile(sidecarFile);
  const parsed = await step("Reading the plan", async (note) => {
    const plan = parsePretixPlan(source);
    const whole = sidecarFile === null ? plan : withSidecar(plan, sidecar, sidecarFile);
    assertHasSeats(whole);
    note(`${whole.plan.seats.length} seats${sidecarFile === null ? "" : `, with ${basename(sidecarFile)}`}`);
    return whole;
  });
  printRepairs(parsed);

  const db = openDatabase(databaseUrl, { poolMax: 1, name: "rowlock-import-plan" });
  try {
    await store(db, { parsed, source, sidecar, name: venueName ?? nameOf(parsed, file), isToBeSold });
  } finally {
    await db.$client.end();
  }
}

function withSidecar(parsed: ParsedPlan, sidecar: unknown, file: string): ParsedPlan {
  try {
    return applySidecar(parsed, sidecar);
  } catch (error) {
    throw describeFault(error, `The sidecar ${basename(file)}`);
  }
}

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        venue: { type: "string" },
        sidecar: { type: "string" },
        sell: { type: "boolean", default: false },
      },
    });
    const [file, ...rest] = positionals;
    if (!file || rest.length > 0) throw new Error("one FILE is needed");
    const sidecarFile = values.sidecar ?? findSidecar(file);
    return { file, sidecarFile, venueName: values.venue?.trim() || undefined, isToBeSold: values.sell };
  } catch (error) {
    throw new Failure(`Usage: ${USAGE} (${error instanceof Error ? error.message : error})`);
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

type ToStore = { parsed: ParsedPlan; source: unknown; sidecar: unknown; name: string; isToBeSold: boolean };

async function store(db: Db, { parsed, source, sidecar, name, isToBeSold }: ToStore): Promise<void> {
  const venue = { slug: slugOf(name), nameKo: name, nameEn: name };
  const { planId } = await step("Storing the hall", async (note) => {
    const stored = await importPlan(db, { venue, plan: parsed.plan, source, sidecar, onProgress: printProgress });
    note(`"${name}" (${venue.slug}), version ${stored.version}`);
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

/** A hall that is stored at one stroke needs no telling. */
function printProgress(stored: number, total: number): void {
  if (stored < total) process.stdout.write(`${stored} of ${total} seats … `);
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

/** A fault of a file in its author's words; anything else as it is. */
function describeFault(error: unknown, what: string): unknown {
  if (!(error instanceof AppError) || error.code !== "invalid_input") return error;
  const { path, message } = error.details;
  return new Failure(`${what} cannot be used: ${path ? `${path}: ` : ""}${message}`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  printFailure(describeFault(error, "The plan"));
  process.exitCode = 1;
});
