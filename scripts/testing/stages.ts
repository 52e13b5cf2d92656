import { readFileSync } from "node:fs";
import { join } from "node:path";
import { startChild } from "@/scripts/services/child";
import { type Count, countCheck, countPlaywright, countVitest, readReport } from "./counts";
import { TEST_DIST_DIR } from "./test-environment";

type StageOptions = { logDir: string; env: NodeJS.ProcessEnv };

/** Biome over everything, as strict as in a pull request. */
export function lint(options: StageOptions): Promise<Count> {
  return runCheck("lint", ["node_modules/@biomejs/biome/bin/biome", "ci", "--colors=off", "."], options);
}

/** The types of the routes, then TypeScript over everything. */
export async function checkTypes({ logDir, env }: StageOptions): Promise<Count> {
  const routes = await runCheck("typegen", ["node_modules/next/dist/bin/next", "typegen"], {
    logDir,
    env: { ...env, NEXT_DIST_DIR: TEST_DIST_DIR },
  });
  if (routes.failed > 0) return routes;
  return runCheck("types", ["node_modules/typescript/bin/tsc", "--noEmit", "--project", "tsconfig.test.json"], {
    logDir,
    env,
  });
}

/** Files, exports and packages that nothing uses. */
export function findDeadCode(options: StageOptions): Promise<Count> {
  return runCheck("dead-code", ["node_modules/knip/bin/knip.js"], options);
}

/** One project of vitest.config.ts. */
export async function runVitest(project: "unit" | "database", { logDir, env }: StageOptions): Promise<Count> {
  const report = join(logDir, `${project}.json`);
  const args = ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  // Vitest colours its words on a build server too, where nobody sees colours.
  const plain = process.stdout.isTTY ? [] : ["--no-color"];
  const quietEnv = { ...env, LOG_LEVEL: "error" };
  const exitCode = await run(["node_modules/vitest/vitest.mjs", ...args, ...plain], quietEnv);
  return countVitest(readReport(report), exitCode);
}

/** Playwright against the server at `baseUrl`, in every browser of playwright.config.ts, and against Next alone. */
export async function runPlaywright(
  { logDir, env, baseUrl, nextDoorUrl }: StageOptions & { baseUrl: string; nextDoorUrl: string },
  filters: readonly string[],
): Promise<Count> {
  const report = join(logDir, "playwright.json");
  const exitCode = await run(["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json", ...filters], {
    ...env,
    BASE_URL: baseUrl,
    NEXT_DOOR_URL: nextDoorUrl,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  return countPlaywright(readReport(report), exitCode);
}

/** Runs a Node program whose words matter only when it fails. */
async function runCheck(name: string, args: readonly string[], { logDir, env }: StageOptions): Promise<Count> {
  const file = join(logDir, `${name}.log`);
  const { code } = await startChild({ name, command: process.execPath, args, env, output: { file } }).exited;
  if (code !== 0) console.log(readFileSync(file, "utf8").trimEnd());
  return countCheck(code);
}

/** Runs a Node program that speaks for itself. */
async function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number | null> {
  const { code } = await startChild({ name: "tests", command: process.execPath, args, env, output: "inherit" }).exited;
  return code;
}
