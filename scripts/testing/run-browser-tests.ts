import { printFailure } from "@/scripts/failure";
import { stopWhenInterrupted } from "@/scripts/interruption";
import { isStopping, stopChildren } from "@/scripts/services/child";
import { step } from "@/scripts/steps";
import { testInBrowsers } from "./browser-stage";
import { formatCount } from "./counts";
import { makeWorkplace, removeWorkplace, startThrowawayServices } from "./throwaway-services";

const INTERRUPTED = 130;

/** `npm run e2e -- FILE…`: only the browser tests that `filters` name (all without one), on services of their own. */
export async function runBrowserTests(filters: readonly string[]): Promise<void> {
  const workplace = makeWorkplace();
  stopWhenInterrupted({ exitCode: INTERRUPTED, cleanUp: () => removeWorkplace(workplace) });
  let failed = 1;
  try {
    const services = await step("PostgreSQL and Redis", () => startThrowawayServices(workplace));
    const count = await testInBrowsers(services, workplace.logDir, filters);
    console.log(`\n${formatCount(count)}`);
    failed = count.failed;
  } catch (error) {
    if (isStopping()) return;
    printFailure(error);
  }
  await stopChildren();
  removeWorkplace(workplace);
  process.exit(failed === 0 ? 0 : 1);
}
