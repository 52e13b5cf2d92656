import { existsSync, rmSync, writeFileSync } from "node:fs";
import { type Exit, startChild } from "./child";

const POLICY = "/usr/sbin/policy-rc.d";

/**
 * Installs Debian packages without asking and without letting them start a service of their own.
 * @returns whether apt succeeded; its words are in `logFile`.
 */
export async function installWithApt(packages: readonly string[], logFile: string): Promise<boolean> {
  const install = ["install", "--yes", "--no-install-recommends", ...packages];
  // Debian asks this file before it starts a service; 101 forbids it. Ours goes away again.
  const forbidden = !existsSync(POLICY);
  if (forbidden) writeFileSync(POLICY, "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  try {
    if (succeeded(await runApt(install, logFile))) return true;
    // A slim image comes without package lists.
    return succeeded(await runApt(["update"], logFile)) && succeeded(await runApt(install, logFile));
  } finally {
    if (forbidden) rmSync(POLICY, { force: true });
  }
}

function runApt(args: readonly string[], logFile: string): Promise<Exit> {
  return startChild({
    name: "apt-get",
    command: "apt-get",
    args,
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    output: { file: logFile },
  }).exited;
}

function succeeded(exit: Exit): boolean {
  return exit.code === 0;
}
