import { printFailure } from "@/scripts/failure";
import { stopWhenInterrupted } from "@/scripts/interruption";
import { isStopping, stopChildren } from "@/scripts/services/child";
import { formatSeconds } from "@/scripts/steps";
import { testInBrowsers } from "./browser-stage";
import { type Count, formatCount, sumCounts } from "./counts";
import { checkTypes, findDeadCode, lint, runVitest } from "./stages";
import { testEnvironment } from "./test-environment";
import { makeWorkplace, removeWorkplace, startThrowawayServices, type ThrowawayServices } from "./throwaway-services";

const INTERRUPTED = 130;

/**
 * `npm test`: everything there is to check, on services of its own. A stage that fails does not keep
 * the others from running. Ends the process, 0 only when every test of every stage passed.
 */
export async function runTests(): Promise<void> {
  const workplace = makeWorkplace();
  const { logDir } = workplace;
  stopWhenInterrupted({ exitCode: INTERRUPTED, cleanUp: () => removeWorkplace(workplace) });
  const env = { ...process.env, NODE_ENV: "test" as const };
  let started: Promise<ThrowawayServices> | undefined;
  const services = () => {
    started ??= startThrowawayServices(workplace);
    return started;
  };

  const counts = [
    await runStage("Lint", () => lint({ logDir, env })),
    await runStage("Types", () => checkTypes({ logDir, env })),
    await runStage("Dead code", () => findDeadCode({ logDir, env })),
    await runStage("Unit tests", () => runVitest("unit", { logDir, env })),
    await runStage("Database and race tests", async () =>
      runVitest("database", { logDir, env: testEnvironment(await services()) }),
    ),
    await runStage("Browser tests", async () => testInBrowsers(await services(), logDir, [])),
  ];

  await stopChildren();
  removeWorkplace(workplace);
  const total = sumCounts(counts);
  console.log(`\n${formatCount(total)}`);
  process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
}

/** Runs one stage and prints its name, outcome and time. One that cannot run at all counts as one failure. */
async function runStage(name: string, run: () => Promise<Count>): Promise<Count> {
  // The interruption ends this process when everything has stopped.
  if (isStopping()) return new Promise<never>(() => {});
  const startedAt = performance.now();
  console.log(`\n── ${name}`);
  const count = await run().catch((error: unknown) => {
    if (isStopping()) return new Promise<never>(() => {});
    printFailure(error);
    return { passed: 0, failed: 1 };
  });
  console.log(`   ${formatCount(count)} (${formatSeconds(performance.now() - startedAt)})`);
  return count;
}
