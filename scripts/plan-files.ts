import { existsSync } from "node:fs";
import { readFile, stat, writeFile } from "node:fs/promises";
import { checkPlanFileSize } from "@/lib/plans/plan-fault";
import { Failure } from "./failure";

/** "stadium.json" → "stadium.sidecar.json": where what a pretix plan cannot say is looked for and put. */
export const sidecarPathOf = (file: string) => `${file.replace(/\.json$/i, "")}.sidecar.json`;

/** The sidecar that lies beside a plan; null when there is none. */
export function findSidecar(file: string): string | null {
  const path = sidecarPathOf(file);
  return existsSync(path) ? path : null;
}

/**
 * @throws Failure when the file cannot be read or is not JSON.
 * @throws AppError `invalid_input` when it is larger than a plan may be.
 */
export async function readPlanFile(file: string): Promise<unknown> {
  let text: string;
  try {
    checkPlanFileSize((await stat(file)).size);
    text = await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.name !== "AppError") {
      throw new Failure(`${file} cannot be read. Give the path of a pretix seating plan, or of its sidecar.`);
    }
    throw error;
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Failure(`${file} is not JSON: ${error instanceof Error ? error.message : error}`);
  }
}

/** Writes a plan, and its sidecar beside it if it has one. Returns the paths. */
export async function writePlanFiles(file: string, plan: { file: unknown; sidecar: unknown }): Promise<string[]> {
  await writeFile(file, `${JSON.stringify(plan.file)}\n`);
  if (plan.sidecar === null) return [file];
  const sidecarPath = sidecarPathOf(file);
  await writeFile(sidecarPath, `${JSON.stringify(plan.sidecar, null, 2)}\n`);
  return [file, sidecarPath];
}
