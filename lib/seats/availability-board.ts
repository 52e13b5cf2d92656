import { randomUUID } from "node:crypto";
import { changeChannel } from "@/lib/redis/change-feed";
import type { GuardedRedis } from "@/lib/redis/guarded";
import { runScript } from "@/lib/redis/script";
import { ABANDON, APPLY, FORGET, READ, STORE } from "./availability-board-scripts";
import { SEAT_CODES } from "./rules";
import type { SeatChange } from "./seat-change";

/** A rebuild takes a tenth of a second for 50,000 seats; whoever is slower loses its turn. */
const LEASE_MS = 5_000;

/** Packed statuses under a version: `${epoch}.${sequence}`. */
export type BoardState = { version: string; seatCount: number; packed: string /** On Redis's clock. */; nowMs: number };

/** What the board says. "wait" shows nothing, nor does a "rebuild" without seats; `packed` is empty when the asker knows the version. */
type BoardView =
  | (BoardState & { what: "fresh" | "stale" })
  | (BoardState & { what: "rebuild"; lease: string })
  | { what: "wait" };

/** What a rebuild has read: packed statuses, and each held seat with the ms it is kept. */
type BoardReading = { seatCount: number; packed: string; heldForMs: readonly (readonly [number, number])[] };

const keysOf = (scheduleId: string) => [
  ...["seats", "meta", "holds", "marks"].map((part) => `availability:{${scheduleId}}:${part}`),
  changeChannel(scheduleId),
];

/** Random, and never a number, so that a count which begins anew meets no version of before. */
export const newEpoch = () => `e${randomUUID().slice(0, 13)}`;

/** @returns `null` when Redis gave no answer. The caller of a "rebuild" has its turn for five seconds. */
export async function readBoard(
  redis: GuardedRedis,
  scheduleId: string,
  knownVersion: string,
): Promise<BoardView | null> {
  const lease = randomUUID();
  type Answer = ["fresh" | "stale" | "rebuild" | "wait", string, number, string, number];
  const answer = await redis.try((client) =>
    runScript<Answer>(client, READ, keysOf(scheduleId), [knownVersion, lease, String(LEASE_MS), newEpoch()]),
  );
  if (answer === null) return null;
  const [what, version, seatCount, text, nowMs] = answer.value;
  if (what === "wait") return { what };
  const state = { version, seatCount, packed: textOf(text), nowMs };
  return what === "rebuild" ? { what, lease, ...state } : { what, ...state };
}

/**
 * Puts up what was read under `lease`, with the changes laid over it that came meanwhile.
 *
 * @returns what the board shows now; `null` when the lease was lost, or Redis gave no answer.
 */
export async function storeBoard(
  redis: GuardedRedis,
  scheduleId: string,
  { lease, reading, freshForMs }: { lease: string; reading: BoardReading; freshForMs: number },
): Promise<BoardState | null> {
  const { seatCount, packed, heldForMs } = reading;
  const inputs = [lease, packed, String(seatCount), String(freshForMs), JSON.stringify(heldForMs.flat())];
  const answer = await redis.try((client) =>
    runScript<[string, string, number]>(client, STORE, keysOf(scheduleId), inputs),
  );
  if (!answer?.value[0]) return null;
  const [version, text, nowMs] = answer.value;
  return { version, seatCount, packed: textOf(text), nowMs };
}

/** Lays changes over the board. False when Redis gave no answer. */
export async function changeBoard(
  redis: GuardedRedis,
  scheduleId: string,
  changes: readonly SeatChange[],
): Promise<boolean> {
  const rows = changes.map((change) => [
    change.seatIndex,
    Number(SEAT_CODES[change.status]),
    change.changeId,
    change.heldForMs,
  ]);
  return (await redis.try((client) => runScript(client, APPLY, keysOf(scheduleId), [JSON.stringify(rows)]))) !== null;
}

/** Takes the board down: the next reader asks the database. False when Redis gave no answer. */
export async function forgetBoard(redis: GuardedRedis, scheduleId: string): Promise<boolean> {
  return (await redis.try((client) => runScript(client, FORGET, keysOf(scheduleId), []))) !== null;
}

/** Lets another reader rebuild at once, when this one could not. */
export async function abandonLease(redis: GuardedRedis, scheduleId: string, lease: string): Promise<void> {
  await redis.try((client) => runScript(client, ABANDON, keysOf(scheduleId), [lease]));
}

/** The mark before a text keeps a client that reads JSON from taking it for a number. */
const textOf = (answer: string) => answer.slice(1);
