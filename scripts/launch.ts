import nextEnv from "@next/env";
import { Failure, printFailure } from "./failure";
import { parseLaunchOptions } from "./launch-options";
import { isStopping, stopChildren } from "./services/child";
import { giveUpRunning } from "./services/running";

export type Mode = "production" | "development";

/**
 * `npm start` and `npm run dev`: brings up everything that a sale needs, serves until interrupted, and
 * takes down everything again. Ends the process: 0 when it was stopped, 1 when it could not go on.
 */
export async function launch(mode: Mode, args: readonly string[]): Promise<void> {
  try {
    const options = parseLaunchOptions(args);
    await readEnvironment(mode);
    // Only now, because it reads the environment at once.
    const { bringUp } = await import("./bring-up");
    await Promise.race(await bringUp(mode, options));
  } catch (error) {
    // The interruption ends this process when everything has stopped.
    if (isStopping()) return;
    printFailure(error);
    await stopChildren();
    giveUpRunning();
    process.exit(1);
  }
}

async function readEnvironment(mode: Mode): Promise<void> {
  nextEnv.loadEnvConfig(process.cwd(), mode === "development", { info: () => {}, error: console.error });
  try {
    await import("@/lib/env");
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : String(error));
  }
}
