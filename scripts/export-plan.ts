import { parseArgs } from "node:util";
import { openDatabase } from "@/lib/db/client";
import { AppError } from "@/lib/kernel/errors";
import { type ExportPlanInput, exportPlan } from "@/lib/plans/export-plan";
import { Failure, printFailure } from "./failure";
import { writePlanFiles } from "./plan-files";
import { findConnection } from "./services/connection";
import { step } from "./steps";

const USAGE = "npm run export-plan -- VENUE-SLUG [--version N] [--out FILE]";

/** `npm run export-plan`: writes a hall's plan as the files that it was, or could be, imported from. */
async function main(args: readonly string[]): Promise<void> {
  const { out, ...wanted } = readArguments(args);
  const { databaseUrl } = findConnection();
  console.log("");
  const db = openDatabase(databaseUrl, { poolMax: 1, name: "rowlock-export-plan" });
  try {
    const paths = await step("Writing the plan", async (note) => {
      const plan = await exportPlan(db, wanted);
      note(`version ${plan.version}, ${plan.seatCount} seats`);
      return writePlanFiles(out, plan);
    });
    console.log(`\n  ${paths.join("\n  ")}\n`);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "not_found") throw error;
    const version = wanted.version === undefined ? "" : ` with a version ${wanted.version}`;
    throw new Failure(`There is no hall "${wanted.venueSlug}"${version}. import-plan names the slug of a new hall.`);
  } finally {
    await db.$client.end();
  }
}

function readArguments(args: readonly string[]): ExportPlanInput & { out: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { version: { type: "string" }, out: { type: "string" } },
    });
    const [venueSlug, ...rest] = positionals;
    if (!venueSlug || rest.length > 0) throw new Error("one VENUE-SLUG is needed");
    const version = values.version === undefined ? undefined : Number(values.version);
    if (version !== undefined && !(Number.isInteger(version) && version > 0 && version < 2 ** 31)) {
      throw new Error("a version is a number from 1");
    }
    return { venueSlug, ...(version === undefined ? {} : { version }), out: values.out ?? `${venueSlug}.json` };
  } catch (error) {
    throw new Failure(`Usage: ${USAGE} (${error instanceof Error ? error.message : error})`);
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  printFailure(error);
  process.exitCode = 1;
});
