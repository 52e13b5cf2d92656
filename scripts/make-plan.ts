import { parseArgs } from "node:util";
import { drawArena } from "@/lib/plans/draw-arena";
import { drawClub } from "@/lib/plans/draw-club";
import { drawStadium } from "@/lib/plans/draw-stadium";
import { drawTheatre } from "@/lib/plans/draw-theatre";
import type { Plan } from "@/lib/plans/plan";
import { writePretixPlan } from "@/lib/plans/write-pretix";
import { Failure, printFailure } from "./failure";
import { writePlanFiles } from "./plan-files";
import { step } from "./steps";

const USAGE = "npm run make-plan -- theatre|arena|club|stadium [--out FILE]";

const HALLS: ReadonlyMap<string, () => Plan> = new Map([
  ["theatre", drawTheatre],
  ["arena", drawArena],
  ["club", drawClub],
  ["stadium", drawStadium],
]);

/** `npm run make-plan`: draws a hall and writes it as a pretix seating plan with its sidecar. */
async function main(args: readonly string[]): Promise<void> {
  const { draw, file } = readArguments(args);
  console.log("");
  const paths = await step("Drawing the hall", async (note) => {
    const plan = draw();
    const written = await writePlanFiles(file, writePretixPlan(plan));
    note(`${plan.seats.length} seats`);
    return written;
  });
  console.log(`\n  ${paths.join("\n  ")}\n\n  To make a hall of it: npm run import-plan -- ${file}\n`);
}

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: "string" } },
    });
    const [hall, ...rest] = positionals;
    const draw = HALLS.get(hall ?? "");
    if (!draw || rest.length > 0) throw new Error(`one of ${[...HALLS.keys()].join(", ")} is needed`);
    return { draw, file: values.out ?? `${hall}.json` };
  } catch (error) {
    throw new Failure(`Usage: ${USAGE} (${error instanceof Error ? error.message : error})`);
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  printFailure(error);
  process.exitCode = 1;
});
