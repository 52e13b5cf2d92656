import { Failure } from "@/scripts/failure";
import { type Child, type ChildOptions, describeExit, startChild } from "./child";
import { waitUntilReady } from "./ready";

const START_TIMEOUT_MS = 180_000; // the first page of `next dev` compiles first
const STOP_GRACE_MS = 10_000;
const HEALTH_TIMEOUT_MS = 10_000;

type WebServerOptions = {
  mode: "production" | "development";
  port: number;
  env: NodeJS.ProcessEnv;
  output: ChildOptions["output"];
  /** Options of Node itself, for looking into the process. */
  nodeOptions?: readonly string[];
};

/**
 * Starts the application and waits until it can sell, which is what GET /api/health answers 200 for.
 * @throws Failure when it ends first, or is not healthy within three minutes.
 */
export async function startWebServer({ mode, port, env, output, nodeOptions = [] }: WebServerOptions): Promise<Child> {
  const child = startChild({
    name: "The web server",
    command: process.execPath,
    args: [
      ...nodeOptions,
      "node_modules/next/dist/bin/next",
      mode === "production" ? "start" : "dev",
      "--port",
      String(port),
    ],
    env: { ...env, NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: "1" },
    output,
    graceMs: STOP_GRACE_MS,
  });
  let answer = "no answer";
  const outcome = await waitUntilReady(
    child,
    async () => {
      answer = await askForHealth(port);
      return answer === "200";
    },
    START_TIMEOUT_MS,
  );
  if (outcome === "ready") return child;
  const why = outcome === "exited" ? describeExit(await child.exited) : `GET /api/health: ${answer}`;
  const where = output === "inherit" ? "Its words are above." : `Its words are in ${output.file}.`;
  throw new Failure(`The web server did not become ready (${why}). ${where}`);
}

async function askForHealth(port: number): Promise<string> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/health`, {
      signal: AbortSignal.timeout(HEALTH_TIMEOUT_MS),
    });
    return String(response.status);
  } catch {
    return "no answer";
  }
}
