import { build, isBuildFresh } from "@/scripts/services/build";
import { prepareDatabase } from "@/scripts/services/demo-data";
import { findFreePort } from "@/scripts/services/ports";
import { startWebServer } from "@/scripts/services/web-server";
import { step } from "@/scripts/steps";
import { requireBrowsers } from "./browsers";
import type { Count } from "./counts";
import { runPlaywright } from "./stages";
import { CROWD_LIMITS, TEST_DIST_DIR, testEnvironment } from "./test-environment";
import type { ThrowawayServices } from "./throwaway-services";

/**
 * Builds for production if that is due, serves on a free port with demo data, and runs the browser
 * tests (those that `filters` name) against it.
 * @throws Failure when the browsers, the build or the server are not to be had.
 */
export async function testInBrowsers(
  services: ThrowawayServices,
  logDir: string,
  filters: readonly string[],
): Promise<Count> {
  const env = { ...testEnvironment(services), ...CROWD_LIMITS };
  await step("Browsers", async (note) => note(await requireBrowsers(logDir)));
  await prepareDatabase(services.databaseUrl, true);
  await step("Build", async (note) => {
    if (isBuildFresh(TEST_DIST_DIR)) return note("up to date");
    await build({ distDir: TEST_DIST_DIR, logDir, env });
    note("built");
  });
  const port = await findFreePort();
  const server = await step("Web server", async (note) => {
    note(`on port ${port}`);
    return startWebServer({ mode: "production", port, env, logDir });
  });
  const urls = { baseUrl: `http://localhost:${port}`, nextDoorUrl: `http://localhost:${server.pagesPort}` };
  try {
    return await runPlaywright({ logDir, env, ...urls }, filters);
  } finally {
    await server.stop();
  }
}
