import { AppError } from "@/lib/kernel/errors";

const IDLE_MS = 250;
/** A burst of changes is read once. */
const GAP_MIN_MS = 100;
/** However slow reading is, changes are told about once a second while it works at all. */
const GAP_MAX_MS = 1_000;
/** Reading and telling take at most a quarter of the time. */
const REST_FACTOR = 4;
const RETRY_FIRST_MS = 500;
const RETRY_MAX_MS = 5_000;

type PullLoopOptions = {
  pull: () => Promise<void>;
  random: () => number;
  /** Milliseconds on a clock that never jumps. */
  now?: () => number;
};

/** Calls `pull` again and again while it is running; never twice at once. */
export type PullLoop = {
  start(): void;
  stop(): void;
  /** There is something new: pulls as soon as the last pull's rest is over, or after the one under way. */
  wake(): void;
  /** Settles as the first pull does that begins after this call; throws AppError `busy` when the loop stops first. */
  next(): Promise<void>;
};

type Waiting = { resolve: () => void; reject: (error: unknown) => void };

/**
 * About four times a second while nothing happens, at most ten times a second while much does, ever
 * more rarely while it fails, and never so often that it takes more than a quarter of the time.
 */
export function createPullLoop(options: PullLoopOptions): PullLoop {
  const { pull, random, now = () => performance.now() } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [isRunning, isPulling, isWanted] = [false, false, false];
  let [beganMs, costMs, misses] = [Number.NEGATIVE_INFINITY, 0, 0];
  let waiting: Waiting[] = [];

  const gapMs = () => {
    if (misses > 0) return Math.min(RETRY_FIRST_MS * 2 ** (misses - 1), RETRY_MAX_MS);
    return Math.min(Math.max(GAP_MIN_MS, costMs * REST_FACTOR), GAP_MAX_MS);
  };
  const jittered = (ms: number) => ms * (0.8 + random() * 0.4);

  function plan(): void {
    clearTimeout(timer);
    if (!isRunning || isPulling) return;
    const restMs = beganMs + gapMs() - now();
    timer = setTimeout(run, Math.max(0, isWanted ? restMs : Math.max(restMs, jittered(IDLE_MS))));
  }

  async function run(): Promise<void> {
    const asked = waiting;
    [waiting, isWanted, isPulling, beganMs] = [[], false, true, now()];
    try {
      await pull();
      misses = 0;
      for (const one of asked) one.resolve();
    } catch (error) {
      misses += 1;
      for (const one of asked) one.reject(error);
    }
    // Only once the turn is over has everything been written that the pull gave rise to.
    await new Promise((resolve) => setImmediate(resolve));
    costMs = now() - beganMs;
    isPulling = false;
    plan();
  }

  function wake(): void {
    isWanted = true;
    plan();
  }

  return {
    start() {
      if (isRunning) return;
      isRunning = true;
      wake();
    },
    stop() {
      isRunning = false;
      clearTimeout(timer);
      const given = waiting;
      waiting = [];
      for (const one of given) one.reject(new AppError("busy"));
    },
    wake,
    next: () =>
      new Promise<void>((resolve, reject) => {
        waiting.push({ resolve, reject });
        wake();
      }),
  };
}
