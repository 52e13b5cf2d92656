import type { DoorAnswer } from "./ask-door";

const NEAR_AHEAD = 20;
const NEAR_MS = 1_500;
const FAR_MS = 5_000;
const BEFORE_OPENING_MS = 10_000;
/** Everybody who waits for the same moment shall not ask in the same moment. */
const JITTER = 0.25;

type Moment = { answer: DoorAnswer | null; msToOpening: number; random: () => number };

/** When to come to the door again: soon for who is nearly in, and right after the opening for who waits for that. */
export function nextVisitMs({ answer, msToOpening, random }: Moment): number {
  const spread = 1 + (random() * 2 - 1) * JITTER;
  if (msToOpening > 0) return Math.min(BEFORE_OPENING_MS * spread, msToOpening + NEAR_MS * random());
  const isNear = answer?.state === "waiting" && answer.ahead !== null && answer.ahead < NEAR_AHEAD;
  return (isNear ? NEAR_MS : FAR_MS) * spread;
}
