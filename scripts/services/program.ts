import { accessSync, constants, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The first of `names` that the PATH knows, with its folder; `null` when it knows none. */
export function findProgram(...names: readonly string[]): string | null {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  for (const name of names) {
    for (const folder of folders) {
      const file = join(folder, name);
      if (isExecutable(file)) return file;
    }
  }
  return null;
}

/** True when this process may install system packages with apt. */
export function canInstallWithApt(): boolean {
  return process.getuid?.() === 0 && findProgram("apt-get") !== null;
}

/** True on Debian itself. Its derivatives name other packages: Ubuntu's chromium is a snap. */
export function isDebian(): boolean {
  try {
    return /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));
  } catch {
    return false;
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
