import { frames } from "./frames";
import type { Update } from "./seat-history";

/** What all watchers of a schedule are told. */
export type Source = {
  /** What a reader of this version lacks now. */
  updateFrom: (version: string | null) => Update | null;
  /** True while nobody knows whether the seats have changed. */
  isStale: () => boolean;
};

export type WatcherLimits = {
  /** Bytes that may wait for the reader; one more event may come on top. */
  queueBytesMax: number;
  /** How long nothing may move out of a full queue. */
  stuckMaxMs: number;
};

type WatcherOptions = WatcherLimits & {
  /** The version that the reader has; `null` for none. */
  version: string | null;
  source: Source;
  onGone: () => void;
};

/** One open stream. Never waits, and never holds more than its queue. */
export type Watcher = {
  readonly body: ReadableStream<Uint8Array>;
  /** Sends what the reader lacks. While the queue is full that grows into one merged update instead. */
  update(): void;
  /** Sends something that is not worth waiting for: left out while the queue is full. */
  say(bytes: Uint8Array): void;
  /** False once nothing has moved for too long. */
  isMoving(nowMs: number): boolean;
  /** Ends the stream once what is queued has been read. */
  end(): void;
  /** Throws away what is queued, and the connection. */
  drop(): void;
};

/** Opens a stream for one reader. `onGone` is called once, however it ends. */
export function createWatcher({ version, source, queueBytesMax, stuckMaxMs, onGone }: WatcherOptions): Watcher {
  let position = version;
  let [isOpen, isBehind, isToldStale] = [true, false, false];
  let stuckSinceMs: number | null = null;
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;

  const body = new ReadableStream<Uint8Array>(
    {
      start: (own) => {
        controller = own;
      },
      pull: () => {
        if (isBehind) update();
      },
      cancel: leave,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: queueBytesMax }),
  );

  const hasRoom = () => isOpen && (controller?.desiredSize ?? 0) > 0;

  function update(): void {
    isBehind = !hasRoom();
    if (isBehind) return;
    const lacking = source.updateFrom(position);
    if (lacking) {
      position = lacking.version;
      controller?.enqueue(lacking.bytes);
    }
    if (source.isStale() !== isToldStale) {
      isToldStale = !isToldStale;
      controller?.enqueue(isToldStale ? frames.stale() : frames.fresh());
    }
  }

  function leave(): void {
    if (!isOpen) return;
    isOpen = false;
    onGone();
  }

  return {
    body,
    update,
    say(bytes) {
      if (hasRoom()) controller?.enqueue(bytes);
    },
    isMoving(nowMs) {
      stuckSinceMs = hasRoom() ? null : (stuckSinceMs ?? nowMs);
      return stuckSinceMs === null || nowMs - stuckSinceMs < stuckMaxMs;
    },
    end() {
      if (isOpen) controller?.close();
      leave();
    },
    drop() {
      // Under this name the server takes it for a reader who left, and closes the connection.
      if (isOpen) controller?.error(new DOMException("The reader was too slow", "AbortError"));
      leave();
    },
  };
}
