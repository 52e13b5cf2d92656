import { readdirSync, readFileSync } from "node:fs";

/** Clock ticks a second as /proc counts them; the same on every Linux. */
const TICKS_PER_SECOND = 100;
const PARENT = 1;
/** Its own in user and system mode, and that of children which have ended. */
const TICKS = [11, 12, 13, 14] as const;

type Usage = { pid: number; parent: number; seconds: number };

/**
 * Seconds of processor time that a process and all below it have used so far. 0 where the machine
 * does not tell (it takes Linux).
 */
export function processorSeconds(rootPid: number): number {
  const all = readAll();
  const family = new Set([rootPid]);
  let before = 0;
  while (family.size > before) {
    before = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  }
  return all.reduce((sum, { pid, seconds }) => sum + (family.has(pid) ? seconds : 0), 0);
}

/** The process that started another; 0 where the machine does not tell. */
export const parentOf = (pid: number): number => readOne(pid)[0]?.parent ?? 0;

function readAll(): Usage[] {
  try {
    return readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? readOne(Number(name)) : []));
  } catch {
    return [];
  }
}

function readOne(pid: number): Usage[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The program's name stands in brackets and may hold anything.
    const fields = text
      .slice(text.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const ticks = TICKS.reduce((sum, field) => sum + (fields[field] ?? 0), 0);
    return [{ pid, parent: fields[PARENT] ?? 0, seconds: ticks / TICKS_PER_SECOND }];
  } catch {
    return []; // It has ended meanwhile.
  }
}
