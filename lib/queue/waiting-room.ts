import type { Actor } from "@/lib/kernel/actor";
import { AppError } from "@/lib/kernel/errors";
import { runScript } from "@/lib/redis/script";
import type { Services } from "@/lib/services";
import { settings } from "@/lib/settings";
import { issueQueuePass, readQueuePass } from "./queue-pass";
import { type QueueTerms, readQueueTerms } from "./queue-terms";
import { waitSecondsOf } from "./rules";
import { LEAVE, queueKeys, VISIT } from "./visit-script";

const SECOND_MS = 1_000;

type QueueServices = Pick<Services, "readDb" | "redis">;

/** Where somebody stands. `ahead` and `waiting` are people; before the opening nobody has a number yet. */
export type QueuePlace =
  | { state: "not_needed" }
  | { state: "admitted"; scheduleId: string; pass: string; passEndsAt: Date }
  | {
      state: "waiting";
      /** `null` before the opening, and while nobody can count. */
      ahead: number | null;
      waiting: number | null;
      /** A guess; see `waitSecondsOf`. */
      waitSeconds: number | null;
      opensAt: Date;
      isPaused: boolean;
      /** False while the line cannot be read; places in it are kept. */
      isLive: boolean;
    }
  | { state: "outside"; opensAt: Date; isPaused: boolean };

/**
 * Comes to the door of a schedule: takes a place in its line (one for each person, kept however often
 * they come back), or hears where the one they have stands, or is let in. Safe to repeat; whoever is
 * silent for `settings.queueSilentMaxMs` loses their place.
 *
 * @throws AppError `read_only` while the database is away and the terms are not known.
 */
export function enterQueue(services: QueueServices, actor: Actor, scheduleId: string): Promise<QueuePlace> {
  return visit(services, actor, scheduleId, "enter");
}

/** As `enterQueue` for who has a place; takes none for who has not. */
export function lookAtQueue(services: QueueServices, actor: Actor, scheduleId: string): Promise<QueuePlace> {
  return visit(services, actor, scheduleId, "look");
}

/** Gives up a place, or a pass: it is not good any more. Safe to repeat. */
export async function leaveQueue({ readDb, redis }: QueueServices, actor: Actor, scheduleId: string): Promise<void> {
  const terms = await readQueueTerms(readDb, scheduleId);
  if (!terms) return;
  const inputs = [actor.userId, String(terms.passTtlSeconds * SECOND_MS)];
  await redis.try((client) => runScript(client, LEAVE, Object.values(queueKeys(scheduleId)), inputs));
}

/**
 * Lets nobody past whom a waiting room has not let in. A pass that was given back is not good any more;
 * without Redis, a pass's signature alone decides.
 *
 * @throws AppError `queue_pass_required` when the schedule has a waiting room and `pass` does not open it. Not retryable.
 */
export async function assertAdmitted(
  { readDb, redis }: QueueServices,
  actor: Actor,
  { scheduleId, pass }: { scheduleId: string; pass: string | null },
): Promise<void> {
  if (!(await readQueueTerms(readDb, scheduleId))) return;
  const endsAtMs = pass && (await readQueuePass(pass, { userId: actor.userId, scheduleId }));
  if (!endsAtMs) throw new AppError("queue_pass_required");
  const gone = await redis.try((client) => client.zscore(queueKeys(scheduleId).gone, actor.userId));
  if (endsAtMs <= Number(gone?.value ?? 0)) throw new AppError("queue_pass_required");
}

async function visit(
  { readDb, redis }: QueueServices,
  actor: Actor,
  scheduleId: string,
  wish: "enter" | "look",
): Promise<QueuePlace> {
  const terms = await readQueueTerms(readDb, scheduleId);
  if (!terms) return { state: "not_needed" };
  const inputs = [actor.userId, wish, String(Math.random()), String(terms.salesOpenAt.getTime()), ...paceOf(terms)];
  const answer = await redis.try((client) =>
    runScript<[string, string, number, number, number]>(client, VISIT, Object.values(queueKeys(scheduleId)), inputs),
  );
  const { salesOpenAt: opensAt, isPaused } = terms;
  const uncounted = { ahead: null, waiting: null, waitSeconds: null };
  if (!answer) return { state: "waiting", ...uncounted, opensAt, isPaused, isLive: false };

  const [state, number, waiting, nowMs, room] = answer.value;
  if (state === "outside") return { state, opensAt, isPaused };
  if (state === "inside") {
    const endsAtMs = Number(number);
    const pass = await issueQueuePass({ userId: actor.userId, scheduleId }, endsAtMs);
    return { state: "admitted", scheduleId, pass, passEndsAt: new Date(endsAtMs) };
  }
  if (nowMs < opensAt.getTime()) return { state: "waiting", ...uncounted, waiting, opensAt, isPaused, isLive: true };
  const ahead = Number(number);
  const waitSeconds = waitSecondsOf(terms, { ahead, room });
  return { state: "waiting", ahead, waiting, waitSeconds, opensAt, isPaused, isLive: true };
}

const paceOf = ({ isPaused, activeMax, admitPerMinute, passTtlSeconds }: QueueTerms) => [
  isPaused ? "paused" : "open",
  String(activeMax),
  String(admitPerMinute),
  String(passTtlSeconds * SECOND_MS),
  String(settings.queueSilentMaxMs),
];
