import { openDatabase } from "@/lib/db/client";
import { Failure } from "@/scripts/failure";
import { build, isBuildFresh } from "@/scripts/services/build";
import { prepareDatabase } from "@/scripts/services/demo-data";
import { findFreePort } from "@/scripts/services/ports";
import { startWebServer } from "@/scripts/services/web-server";
import { step } from "@/scripts/steps";
import { CROWD_LIMITS, TEST_DIST_DIR, testEnvironment } from "@/scripts/testing/test-environment";
import { startThrowawayServices, type Workplace } from "@/scripts/testing/throwaway-services";

/** A production build on services of its own, with the demo data in them. Stops with this command. */
export async function serveForBench(workplace: Workplace): Promise<{ baseUrl: string; databaseUrl: string }> {
  const { logDir } = workplace;
  const services = await step("PostgreSQL and Redis", () => startThrowawayServices(workplace));
  const env = { ...testEnvironment(services), ...CROWD_LIMITS };
  await prepareDatabase(services.databaseUrl, true);
  await step("Build", async (note) => {
    if (isBuildFresh(TEST_DIST_DIR)) return note("up to date");
    await build({ distDir: TEST_DIST_DIR, logDir, env });
    note("built");
  });
  const port = await findFreePort();
  await step("Web server", () => startWebServer({ mode: "production", port, env, logDir }));
  return { baseUrl: `http://localhost:${port}`, databaseUrl: services.databaseUrl };
}

/** @throws Failure when there is no schedule at all. */
export async function findLargestSchedule(databaseUrl: string): Promise<string> {
  const db = openDatabase(databaseUrl, { poolMax: 1, name: "rowlock-bench-map" });
  try {
    const [largest] = await db.$client<{ schedule_id: string }[]>`
      select schedule_id from tickets group by schedule_id order by count(*) desc limit 1`;
    if (!largest) throw new Failure("This database has no schedule to look at.");
    return largest.schedule_id;
  } finally {
    await db.$client.end();
  }
}
