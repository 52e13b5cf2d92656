import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lastWordsOf } from "./postgres-log";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rowlock-log-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function logOf(...lines: readonly string[]): string {
  const file = join(folder, "postgres.log");
  writeFileSync(file, lines.join("\n"));
  return file;
}

describe("lastWordsOf", () => {
  it("is the reason alone, not what our own waiting was told meanwhile", () => {
    const file = logOf(
      "2026-11-21 10:00:00.000 UTC [1] PANIC:  could not locate a valid checkpoint record",
      "2026-11-21 10:00:00.100 UTC [2] FATAL:  the database system is starting up",
      "2026-11-21 10:00:00.200 UTC [1] LOG:  database system is shut down",
    );

    expect(lastWordsOf(file, "exit code 1")).toBe("could not locate a valid checkpoint record");
  });

  it("is the whole of a log without a fatal line, on one line", () => {
    expect(lastWordsOf(logOf("postgres: could not find the database system", "Expected it in x"), "")).toBe(
      "postgres: could not find the database system Expected it in x",
    );
  });

  it("is how the program ended when it said nothing, or left no log", () => {
    expect(lastWordsOf(logOf(""), "SIGKILL")).toBe("SIGKILL");
    expect(lastWordsOf(join(folder, "none.log"), "exit code 127")).toBe("exit code 127");
  });
});
