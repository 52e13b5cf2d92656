import { parseArgs } from "node:util";
import { Failure } from "@/scripts/failure";

/** `reset`: forget all data first. `demo`: load demo data even where it normally never is. */
export type LaunchOptions = { reset: boolean; demo: boolean };

/** @throws Failure naming what may be given when something else is. */
export function parseLaunchOptions(args: readonly string[]): LaunchOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { reset: { type: "boolean", default: false }, demo: { type: "boolean", default: false } },
    });
    return { reset: values.reset, demo: values.demo };
  } catch {
    throw new Failure(
      `"${args.join(" ")}" is not understood. There is --reset (start over, all data is lost) and --demo (load demo data into an empty production database), given after two dashes: npm start -- --reset`,
    );
  }
}

/** Demo data never gets into a production database by itself: not where NODE_ENV is production and DATABASE_URL is given. */
export function mayLoadDemoData(
  environment: { NODE_ENV?: string | undefined; DATABASE_URL?: string | undefined },
  options: LaunchOptions,
): boolean {
  return options.demo || environment.NODE_ENV !== "production" || !environment.DATABASE_URL;
}
