import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "@/scripts/failure";
import { type Child, describeExit, startChild } from "./child";
import { keepAlive } from "./keep-alive";
import { findFreePort } from "./ports";
import { waitUntilReady } from "./ready";

const START_TIMEOUT_MS = 180_000; // the first page of `next dev` compiles first
const STOP_GRACE_MS = 10_000;
const HEALTH_TIMEOUT_MS = 10_000;
const TSX = "node_modules/tsx/dist/cli.mjs";
/** Spelt so: by any other name of this machine Next takes its own addresses for those of another site. */
const HOST = "localhost";
const NEXT = "node_modules/next/dist/bin/next";

type WebServerOptions = {
  mode: "production" | "development";
  /** Where people come. The pages get a free port of this machine alone. */
  port: number;
  env: NodeJS.ProcessEnv;
  /** Where front.log and pages.log go; `null`: to the terminal. */
  logDir: string | null;
  /** Options of Node itself, for looking into the processes. */
  nodeOptions?: readonly string[];
};

type WebServer = {
  /** Of the front and of Next. */
  pids: readonly number[];
  /** Where Next alone answers, the API too. */
  pagesPort: number;
  /** Starts again whichever of the two processes ends by itself; rejects when that does not mend it. */
  keepAlive: () => Promise<never>[];
  stop: () => Promise<void>;
};

/**
 * Starts the two processes that serve the application, the front and the pages behind it, and waits until
 * they can sell, which is what GET /api/health answers 200 for.
 * @throws Failure when one ends first, or they are not healthy within three minutes.
 */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const pagesPort = await findFreePort();
  if (options.logDir !== null) mkdirSync(options.logDir, { recursive: true });
  const again = (start: typeof startFront) => async () => {
    const child = start(options, pagesPort);
    await requireReady([child], options);
    return child;
  };
  const pages = startPages(options, pagesPort);
  const front = startFront(options, pagesPort);
  await requireReady([pages, front], options);
  return {
    pids: [front, pages].flatMap(({ pid }) => pid ?? []),
    pagesPort,
    keepAlive: () => [keepAlive(pages, again(startPages)), keepAlive(front, again(startFront))],
    stop: async () => {
      await front.stop();
      await pages.stop();
    },
  };
}

/** Answers the API and passes everything else on. Is stopped first, while what it passed on can still be answered. */
function startFront({ mode, port, env, logDir, nodeOptions = [] }: WebServerOptions, pagesPort: number): Child {
  const run = mode === "production" ? ["--import", "tsx"] : [TSX, "watch", "--clear-screen=false"];
  return startChild({
    name: "The front of the web server",
    command: process.execPath,
    args: [...nodeOptions, ...run, "scripts/front.ts", "--port", String(port), "--pages", String(pagesPort)],
    env: { ...env, NODE_ENV: mode },
    output: outputOf(logDir, "front.log"),
    graceMs: STOP_GRACE_MS,
    stopOrder: -1,
  });
}

/** Next, for which the front is one more proxy to trust. */
function startPages({ mode, env, logDir, nodeOptions = [] }: WebServerOptions, pagesPort: number): Child {
  const command = mode === "production" ? "start" : "dev";
  const trustedProxies = Number(env.TRUSTED_PROXIES || 0) + 1;
  return startChild({
    name: "Next",
    command: process.execPath,
    args: [...nodeOptions, NEXT, command, "--hostname", HOST, "--port", String(pagesPort)],
    env: { ...env, NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: "1", TRUSTED_PROXIES: String(trustedProxies) },
    output: outputOf(logDir, "pages.log"),
    graceMs: STOP_GRACE_MS,
  });
}

const outputOf = (logDir: string | null, name: string) => (logDir === null ? "inherit" : { file: join(logDir, name) });

async function requireReady(children: readonly Child[], { port, logDir }: WebServerOptions): Promise<void> {
  const first = Promise.race(children.map(async ({ name, exited }) => ({ name, exit: await exited })));
  let answer = "no answer";
  const outcome = await waitUntilReady(
    { exited: first },
    async () => {
      answer = await askForHealth(port);
      return answer === "200";
    },
    START_TIMEOUT_MS,
  );
  if (outcome === "ready") return;
  const ended = async ({ name, exit }: Awaited<typeof first>) => `${name}: ${describeExit(exit)}`;
  const why = outcome === "exited" ? await first.then(ended) : `GET /api/health: ${answer}`;
  const where = logDir === null ? "Their words are above." : `Their words are in ${logDir}.`;
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
