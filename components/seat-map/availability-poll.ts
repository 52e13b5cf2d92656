import type { KnownSeats } from "./availability-state";

/** How the map hears of changes: as it should, not at present, or not without a network. */
export type Connection = "live" | "reconnecting" | "offline";

/** Answers the seats as they are; `null` when they are as the asker knows them. Throws when there is no answer. */
export type AskAvailability = (signal: AbortSignal) => Promise<KnownSeats | null>;

export type AvailabilityPoll = {
  /** Begins at once, unless it has begun. */
  start: () => void;
  /** Asks no more; an `askNow` under way still gets its answer. */
  pause: () => void;
  /** Asks no more, and wants no answer. */
  stop: () => void;
  /**
   * Asks once, at once, running or not, and forgets the question under way: its answer may be older
   * than what was just written. Settles when there is an answer, or will be none.
   */
  askNow: () => Promise<void>;
};

const RETRY_FIRST_MS = 1_000;
const RETRY_MAX_MS = 15_000;
/** One lost answer is noise. */
const MISSES_BEFORE_SAYING = 2;

type PollOptions = {
  ask: AskAvailability;
  intervalMs: number;
  onAnswer: (answer: KnownSeats | null) => void;
  onConnection: (connection: Connection) => void;
  random?: () => number;
};

/** Asks again and again while started: every `intervalMs`, and ever more slowly while there is no answer. */
export function createAvailabilityPoll(options: PollOptions): AvailabilityPoll {
  const { ask, intervalMs, onAnswer, onConnection, random = Math.random } = options;
  let [misses, isRunning, isUrgent] = [0, false, false];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let question = new AbortController();

  async function askOnce() {
    const own = new AbortController();
    question.abort();
    question = own;
    clearTimeout(timer);
    try {
      const answer = await ask(own.signal);
      if (own.signal.aborted) return;
      misses = 0;
      onConnection("live");
      onAnswer(answer);
    } catch {
      if (own.signal.aborted) return;
      misses += 1;
      if (isRunning && misses >= MISSES_BEFORE_SAYING) onConnection("reconnecting");
    }
    if (isRunning) timer = setTimeout(askOnce, misses === 0 ? intervalMs : retryDelayMs(misses, random()));
  }

  function pause() {
    isRunning = false;
    clearTimeout(timer);
    if (!isUrgent) question.abort();
  }

  return {
    start() {
      if (isRunning) return;
      isRunning = true;
      if (!isUrgent) void askOnce();
    },
    pause,
    stop() {
      isUrgent = false;
      pause();
    },
    async askNow() {
      isUrgent = true;
      const asking = askOnce();
      const own = question;
      await asking;
      if (own === question) isUrgent = false;
    },
  };
}

/** 1 s, 2 s, 4 s … 15 s, each a quarter shorter or longer so that a crowd does not return in step; `chance` is 0..1. */
export function retryDelayMs(misses: number, chance: number): number {
  return Math.min(RETRY_FIRST_MS * 2 ** (misses - 1), RETRY_MAX_MS) * (0.75 + chance / 2);
}
