import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium, firefox, type LaunchOptions } from "@playwright/test";
import { Failure } from "@/scripts/failure";
import { installWithApt } from "@/scripts/services/apt";
import { startChild } from "@/scripts/services/child";
import { canInstallWithApt, findProgram, isDebian } from "@/scripts/services/program";

// Debian's builds want no sandbox as root, and nothing from the network.
const CHROMIUM_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** How to launch Chromium here: the one on the PATH, else Playwright's own. */
export function chromiumOptions(): LaunchOptions {
  const executablePath = findProgram("chromium", "chromium-browser", "google-chrome");
  return { args: CHROMIUM_ARGS, ...(executablePath ? { executablePath } : {}) };
}

/** How to launch Firefox here: the one on the PATH, which needs Playwright's own way of talking to it, else Playwright's own. */
export function firefoxOptions(): LaunchOptions {
  const executablePath = findProgram("firefox-esr", "firefox");
  return executablePath ? { channel: "moz-firefox", executablePath } : {};
}

/**
 * Makes sure that both browsers are there: Debian's packages as root on Debian, otherwise what is
 * installed, otherwise Playwright's own download.
 * @returns which ones they are.
 * @throws Failure when one of them cannot be had.
 */
export async function requireBrowsers(logDir: string): Promise<string> {
  if (findMissing().length > 0 && canInstallWithApt() && isDebian()) {
    await installWithApt(
      findMissing().map((name) => (name === "firefox" ? "firefox-esr" : name)),
      join(logDir, "apt.log"),
    );
  }
  if (findMissing().length > 0) await downloadBrowsers(findMissing(), join(logDir, "browsers.log"));
  const missing = findMissing();
  if (missing.length > 0) {
    throw new Failure(
      `The browser tests need ${missing.join(" and ")}, which could not be installed. Install it, or try: npx playwright install ${missing.join(" ")}`,
    );
  }
  return [
    chromiumOptions().executablePath ?? "Playwright's Chromium",
    firefoxOptions().executablePath ?? "Playwright's Firefox",
  ].join(", ");
}

function findMissing(): string[] {
  const missing: string[] = [];
  if (!existsSync(chromiumOptions().executablePath ?? chromium.executablePath())) missing.push("chromium");
  if (!existsSync(firefoxOptions().executablePath ?? firefox.executablePath())) missing.push("firefox");
  return missing;
}

function downloadBrowsers(names: readonly string[], file: string): Promise<unknown> {
  const withLibraries = process.getuid?.() === 0 ? ["--with-deps"] : [];
  return startChild({
    name: "playwright install",
    command: process.execPath,
    args: ["node_modules/@playwright/test/cli.js", "install", ...withLibraries, ...names],
    output: { file },
  }).exited;
}
