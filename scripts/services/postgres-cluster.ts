import { randomBytes } from "node:crypto";
import { chownSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "@/scripts/failure";
import { describeExit, startChild } from "./child";
import { findFreePort } from "./ports";
import type { PostgresHome } from "./postgres-home";
import { lastWordsOf } from "./postgres-log";

/** The database's administrator. */
export const POSTGRES_USER = "postgres";

/** How to reach a cluster of ours: the port of the last time, and a password that no other cluster has. */
export type Secret = { port: number; password: string };

/**
 * Makes the data folder of `home`. It appears whole or not at all, however this is interrupted.
 * @throws Failure in the words of initdb.
 */
export async function makeCluster(options: {
  home: PostgresHome;
  secretFile: string;
  logDir: string;
  durable: boolean;
}): Promise<void> {
  const { home, secretFile, logDir, durable } = options;
  const secret = { port: await findFreePort(), password: randomBytes(16).toString("hex") };
  const unfinished = `${home.dataDir}.new`;
  const passwordFile = `${home.dataDir}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, secret.password, { mode: 0o600 });
  if (home.runAs) for (const path of [unfinished, passwordFile]) chownSync(path, home.runAs.uid, home.runAs.gid);

  const logFile = join(logDir, "initdb.log");
  const exit = await startChild({
    name: "initdb",
    command: join(home.binDir, "initdb"),
    args: [
      `--pgdata=${unfinished}`,
      `--username=${POSTGRES_USER}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // The same order of words on every machine, whatever languages it has.
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      ...(durable ? [] : ["--no-sync"]),
    ],
    cwd: "/",
    runAs: home.runAs,
    output: { file: logFile },
  }).exited;
  rmSync(passwordFile, { force: true });
  if (exit.code !== 0) {
    throw new Failure(`The database could not be made in ${home.dataDir}: ${lastWordsOf(logFile, describeExit(exit))}`);
  }
  writeSecret(secretFile, secret);
  renameSync(unfinished, home.dataDir);
}

/** @throws Failure when the secret is gone, or belongs to another user. */
export function readSecret(file: string): Secret {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EACCES") {
      throw new Failure(
        `${file} belongs to another user. Start as that user (or as root), or remove .data as that user.`,
      );
    }
    throw new Failure(`The database's password is gone (${file}). Start over with: npm start -- --reset`);
  }
}

export function writeSecret(file: string, secret: Secret): void {
  writeFileSync(file, JSON.stringify(secret), { mode: 0o600 });
}
