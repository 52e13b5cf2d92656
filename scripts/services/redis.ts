import { mkdirSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { Failure } from "@/scripts/failure";
import { type Child, describeExit, startChild } from "./child";
import { findFreePort } from "./ports";
import { waitUntilReady } from "./ready";

const START_TIMEOUT_MS = 10_000;
const ANSWER_TIMEOUT_MS = 1_000;

export type RedisChoice =
  | { kind: "upstash" }
  | { kind: "given"; host: string; port: number }
  | { kind: "program"; path: string }
  | { kind: "install" }
  | { kind: "none" };

type RedisEnv = Readonly<
  Record<"UPSTASH_REDIS_REST_URL" | "UPSTASH_REDIS_REST_TOKEN" | "REDIS_URL" | "REDIS_HOST", string | undefined>
> & { REDIS_PORT: number };

/** Which Redis to use: the one the environment names, else a program of this machine, else one to install, else none. */
export function chooseRedis(env: RedisEnv, machine: { program: string | null; canInstall: boolean }): RedisChoice {
  if (env.UPSTASH_REDIS_REST_URL && env.UPSTASH_REDIS_REST_TOKEN) return { kind: "upstash" };
  if (env.REDIS_URL) return { kind: "given", ...addressOf(env.REDIS_URL) };
  if (env.REDIS_HOST) return { kind: "given", host: env.REDIS_HOST, port: env.REDIS_PORT };
  if (machine.program !== null) return { kind: "program", path: machine.program };
  return machine.canInstall ? { kind: "install" } : { kind: "none" };
}

export type RunningRedis = { child: Child; url: string; port: number };

/**
 * Starts a Redis of our own on a free port of the loopback, or exactly on `port`.
 *
 * It writes nothing to disk: locks and cached seat maps are all it holds, and an empty Redis after a
 * restart is right where a remembered lock would be wrong.
 * @throws Failure when it does not start.
 */
export async function startRedis(options: { program: string; logDir: string; port?: number }): Promise<RunningRedis> {
  const port = options.port ?? (await findFreePort());
  mkdirSync(options.logDir, { recursive: true });
  const logFile = join(options.logDir, "redis.log");
  const child = startChild({
    name: "Redis",
    command: options.program,
    args: ["-"],
    input: `bind 127.0.0.1\nport ${port}\nsave ""\nappendonly no\n`,
    cwd: options.logDir,
    output: { file: logFile },
    stopOrder: 1,
  });
  const outcome = await waitUntilReady(child, () => answersToPing("127.0.0.1", port), START_TIMEOUT_MS);
  if (outcome === "ready") return { child, port, url: `redis://127.0.0.1:${port}` };
  const why = outcome === "exited" ? describeExit(await child.exited) : "no answer";
  await child.stop();
  throw new Failure(`${options.program} did not start (${why}). Its words are in ${logFile}.`);
}

/** True when something listens there within a second. */
export function isListening(host: string, port: number): Promise<boolean> {
  return converse({ host, port }, null);
}

function answersToPing(host: string, port: number): Promise<boolean> {
  return converse({ host, port }, "PING\r\n");
}

/** True when the connection opens and, if `request` is given, an answer comes. */
function converse(address: { host: string; port: number }, request: string | null): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ ...address, timeout: ANSWER_TIMEOUT_MS });
    const finish = (answered: boolean) => {
      socket.destroy();
      resolve(answered);
    };
    socket.once("connect", () => (request === null ? finish(true) : socket.write(request)));
    socket.once("data", () => finish(true));
    socket.once("timeout", () => finish(false));
    socket.once("error", () => finish(false));
  });
}

function addressOf(url: string): { host: string; port: number } {
  if (!URL.canParse(url)) throw new Failure("REDIS_URL is not an address. It looks like redis://127.0.0.1:6379");
  const { hostname, port } = new URL(url);
  return { host: hostname.replace(/^\[|\]$/g, ""), port: Number(port) || 6_379 };
}
