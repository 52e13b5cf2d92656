// `npm run check`: what to run before every commit. Lint, types and unit tests at once, no services.
import { spawn } from "node:child_process";
import { prepare } from "./prepare.mjs";

await prepare();
const checks = [
  ["Lint", "node_modules/@biomejs/biome/bin/biome", "check", "."],
  ["Types", "node_modules/typescript/bin/tsc", "--noEmit"],
  [
    "Unit tests",
    "node_modules/vitest/vitest.mjs",
    "run",
    "--project",
    "unit",
    "--reporter=dot",
    "--silent=passed-only",
  ],
];
const outcomes = await Promise.all(checks.map(run));
process.exit(outcomes.every(Boolean) ? 0 : 1);

/** Holds a check's words back until it has ended, so that three at once stay readable. */
function run([name, ...args]) {
  const startedAt = Date.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("close", (code) => {
      if (code !== 0) console.log(output.trimEnd());
      console.log(
        `  ${name} … ${code === 0 ? "passed" : "failed"} (${((Date.now() - startedAt) / 1_000).toFixed(1)} s)`,
      );
      resolve(code === 0);
    });
  });
}
