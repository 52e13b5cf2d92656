import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "@/scripts/failure";
import { startChild } from "./child";

/** Everything that can change what `next build` makes. */
const INPUTS = [
  "app",
  "components",
  "lib",
  "public",
  "proxy.ts",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
  ".env",
  ".env.local",
  ".env.production",
];
const OUTPUT_TAIL_LINES = 40;

/** A digest of the names and contents of `inputs` (files and folders below `root`, tests left out). */
export function fingerprintOf(root: string, inputs: readonly string[] = INPUTS): string {
  const digest = createHash("sha256");
  for (const file of inputs.flatMap((input) => listFiles(root, input)).filter((path) => !isTest(path))) {
    const content = readFileSync(join(root, file));
    digest.update(`${file}\0${content.length}\0`).update(content);
  }
  return digest.digest("hex");
}

/** True when the build in `distDir` was made from exactly the sources that are there now. */
export function isBuildFresh(distDir: string): boolean {
  const mark = markOf(distDir);
  return existsSync(mark) && readFileSync(mark, "utf8") === fingerprintOf(process.cwd());
}

/**
 * Builds the application into `distDir`.
 * @throws Failure with the end of the build's output when it does not build.
 */
export async function build(options: { distDir: string; logDir: string; env: NodeJS.ProcessEnv }): Promise<void> {
  const { distDir, logDir, env } = options;
  // Taken first: what is edited while it builds must count as newer than the build.
  const fingerprint = fingerprintOf(process.cwd());
  mkdirSync(logDir, { recursive: true });
  const logFile = join(logDir, "build.log");
  const exit = await startChild({
    name: "next build",
    command: process.execPath,
    args: ["node_modules/next/dist/bin/next", "build"],
    env: { ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    output: { file: logFile },
  }).exited;
  if (exit.code !== 0) {
    const tail = readFileSync(logFile, "utf8").trimEnd().split("\n").slice(-OUTPUT_TAIL_LINES).join("\n");
    throw new Failure(`${tail}\n\nThe application does not build; its words are above and, whole, in ${logFile}.`);
  }
  writeFileSync(markOf(distDir), fingerprint);
}

function markOf(distDir: string): string {
  return join(distDir, "rowlock-fingerprint");
}

function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.startsWith(join("lib", "testing"));
}

/** Paths of the files at or below `path`, in one order on every machine. */
function listFiles(root: string, path: string): string[] {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => listFiles(root, join(path, name)));
}
