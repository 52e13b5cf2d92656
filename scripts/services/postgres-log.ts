import { existsSync, readFileSync } from "node:fs";

const LAST_WORDS_CHARACTERS = 300;
const ANSWER_WHILE_STARTING = "the database system is starting up"; // what our own waiting is told

/** Why a PostgreSQL program ended: the fatal line of its log, or the whole of a short one. */
export function lastWordsOf(logFile: string, otherwise: string): string {
  const log = readLog(logFile).trim();
  const lines = log.split("\n").filter((line) => !line.includes(ANSWER_WHILE_STARTING));
  const fatal = lines.findLast((line) => /FATAL|PANIC|error:/.test(line));
  if (fatal) return fatal.replace(/^.*?(FATAL|PANIC|error):\s*/, "");
  return log === "" ? otherwise : log.replaceAll(/\s+/g, " ").slice(-LAST_WORDS_CHARACTERS);
}

/** The whole log; empty when there is none. */
export function readLog(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}
