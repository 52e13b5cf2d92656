import type { Availability } from "@/lib/seats/availability";

/** How the map hears of changes: as it should, not at present, or not without a network. */
export type Connection = "live" | "reconnecting" | "offline";

/** An answer to "has anything changed since `version`?"; `null` when nothing has. Throws when there is no answer. */
export type AskAvailability = (version: string | null, signal: AbortSignal) => Promise<Availability | null>;

export type AvailabilityPoll = {
  start: () => void;
  stop: () => void;
  /**
   * Asks for everything at once, and forgets the question under way: its answer may be older than
   * what was just written.
   */
  askNow: () => void;
};

const RETRY_FIRST_MS = 1_000;
const RETRY_MAX_MS = 15_000;
/** One lost answer is noise. */
const MISSES_BEFORE_SAYING = 2;

type PollOptions = {
  ask: AskAvailability;
  intervalMs: number;
  onFresh: (availability: Availability) => void;
  onConnection: (connection: Connection) => void;
  random?: () => number;
};

/** Asks again and again while started: every `intervalMs`, and ever more slowly while there is no answer. */
export function createAvailabilityPoll(options: PollOptions): AvailabilityPoll {
  const { ask, intervalMs, onFresh, onConnection, random = Math.random } = options;
  let version: string | null = null;
  let misses = 0;
  let isRunning = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let question = new AbortController();

  async function askOnce() {
    const own = new AbortController();
    question = own;
    try {
      const fresh = await ask(version, own.signal);
      if (own.signal.aborted) return;
      misses = 0;
      onConnection("live");
      if (fresh) {
        version = fresh.version;
        onFresh(fresh);
      }
    } catch {
      if (own.signal.aborted) return;
      misses += 1;
      if (misses >= MISSES_BEFORE_SAYING) onConnection("reconnecting");
    }
    if (isRunning) timer = setTimeout(askOnce, misses === 0 ? intervalMs : retryDelayMs(misses, random()));
  }

  function stop() {
    isRunning = false;
    clearTimeout(timer);
    question.abort();
  }

  function start() {
    stop();
    isRunning = true;
    void askOnce();
  }

  function askNow() {
    version = null;
    if (isRunning) start();
  }

  return { start, stop, askNow };
}

/** 1 s, 2 s, 4 s … 15 s, each a quarter shorter or longer so that a crowd does not return in step; `chance` is 0..1. */
export function retryDelayMs(misses: number, chance: number): number {
  return Math.min(RETRY_FIRST_MS * 2 ** (misses - 1), RETRY_MAX_MS) * (0.75 + chance / 2);
}
