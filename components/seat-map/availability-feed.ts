import { type AskAvailability, type Connection, createAvailabilityPoll, retryDelayMs } from "./availability-poll";
import {
  type AvailabilityEvent,
  initialAvailability,
  type KnownSeats,
  newest,
  nextAvailability,
  seatsShown,
} from "./availability-state";
import { type EventSourceLike, readStream } from "./availability-stream";

/** How long a stream may take to begin before the page asks by itself. */
const STREAM_GRACE_MS = 1_500;
/** A crowd whose streams end together comes back within this. */
const COME_BACK_WITHIN_MS = 1_000;
const RESYNC_EVERY_MS = 2_000;
/** How long what others do stays unseen while my own write is asked for. */
const QUIET_MAX_MS = 2_000;

type FeedOptions = {
  initial: KnownSeats | null;
  /** How often to ask while there is no stream. */
  intervalMs: number;
  /** Opens a stream that begins with what somebody lacks who has `version`; `null`: none shall be tried. */
  openSource: ((version: string | null) => EventSourceLike) | null;
  /** "What has changed since `version`?" */
  ask: (version: string | null, signal: AbortSignal) => ReturnType<AskAvailability>;
  /** Called with what is newest, and the statuses to show. */
  onSeats: (known: KnownSeats, statuses: string) => void;
  onConnection: (connection: Connection) => void;
  onServerTime: (time: { askedAtMs: number; nowMs: number }) => void;
  random?: () => number;
};

/** Keeps one page's seats true: by a stream where there is one, else by asking. */
export type AvailabilityFeed = {
  start: () => void;
  stop: () => void;
  /** Sees to it that what is shown next is no older than this call. */
  askNow: () => void;
  /** Shows seats as held that a refusal called taken, until more is heard of them. */
  markHeld: (seats: readonly number[]) => void;
};

export function createAvailabilityFeed(options: FeedOptions): AvailabilityFeed {
  const { openSource, ask, onSeats, onConnection, onServerTime, random = Math.random } = options;
  let state = initialAvailability(options.initial);
  let [isRunning, isQuiet, misses, asks, reopenedAtMs] = [false, false, 0, 0, 0];
  let shown = options.initial?.statuses ?? null;
  let closeStream: (() => void) | null = null;
  let [grace, comeBack]: (ReturnType<typeof setTimeout> | undefined)[] = [];

  const poll = createAvailabilityPoll({
    intervalMs: options.intervalMs,
    ask: (signal) => ask(newest(state)?.version ?? null, signal),
    onAnswer: (answer) =>
      take(answer ? { type: "answer", hasStream: closeStream !== null, ...answer } : { type: "same" }),
    onConnection,
    random,
  });

  function take(event: AvailabilityEvent): void {
    const step = nextAvailability(state, event);
    state = step.state;
    if (step.mustResync && isRunning) reopen();
    if (!isQuiet || event.type === "refused") show();
  }

  function show(): void {
    const [known, statuses] = [newest(state), seatsShown(state)];
    if (known === null || statuses === null || statuses === shown) return;
    shown = statuses;
    onSeats(known, statuses);
  }

  /** At once, but not again and again: a server whose deltas never fit is asked like one without streams. */
  function reopen(): void {
    closeStream?.();
    closeStream = null;
    const restMs = Math.max(0, reopenedAtMs + RESYNC_EVERY_MS - Date.now());
    reopenedAtMs = Date.now() + restMs;
    waitForStream(restMs);
  }

  /** Asks by itself if there is no stream in time. */
  function waitForStream(comeBackMs: number): void {
    clearTimeout(comeBack);
    clearTimeout(grace);
    comeBack = setTimeout(open, comeBackMs);
    grace = setTimeout(poll.start, STREAM_GRACE_MS);
  }

  function open(): void {
    if (openSource === null) {
      poll.start();
      return;
    }
    const askedAtMs = Date.now();
    let isHeard = false;
    const hear = () => {
      if (isHeard) return;
      [isHeard, misses] = [true, 0];
      clearTimeout(grace);
      poll.pause();
      onConnection("live");
    };
    closeStream = readStream(openSource(state.base?.version ?? null), {
      onSeats: (event) => {
        hear();
        take(event);
      },
      onBeat: (nowMs) => {
        hear();
        onServerTime({ askedAtMs, nowMs });
      },
      onStale: (isStale) => onConnection(isStale ? "reconnecting" : "live"),
      onLost: () => lose(isHeard),
    });
  }

  function lose(wasHeard: boolean): void {
    closeStream = null;
    take({ type: "stream_lost" });
    misses += wasHeard ? 0 : 1;
    waitForStream(wasHeard ? random() * COME_BACK_WITHIN_MS : retryDelayMs(misses, random()));
    if (!wasHeard) poll.start();
  }

  async function askNow(): Promise<void> {
    const own = ++asks;
    // What was shown last may still be on its way to the screen, and is not to arrive.
    [isQuiet, shown] = [true, null];
    const patience = setTimeout(speak, QUIET_MAX_MS);
    await poll.askNow();
    clearTimeout(patience);
    speak();

    function speak() {
      if (own !== asks) return;
      isQuiet = false;
      show();
    }
  }

  return {
    start() {
      if (isRunning) return;
      isRunning = true;
      waitForStream(0);
    },
    stop() {
      [isRunning, isQuiet] = [false, false];
      asks += 1;
      clearTimeout(grace);
      clearTimeout(comeBack);
      closeStream?.();
      if (closeStream) take({ type: "stream_lost" });
      closeStream = null;
      poll.stop();
    },
    askNow: () => void askNow(),
    markHeld: (seats) => take({ type: "refused", seats }),
  };
}
