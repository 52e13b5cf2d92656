/** One event of a stream, its data parsed. */
export type LiveEvent = { event: string; id: string | undefined; data: Record<string, unknown> };

/** Somebody who reads a stream of events, as fast as it comes or not at all. */
export type LiveReader = {
  /** What has been read so far, without beats. */
  readonly events: readonly LiveEvent[];
  readonly beats: readonly LiveEvent[];
  /** True once the stream has ended, by itself or by an error. */
  readonly hasEnded: boolean;
  leave(): Promise<void>;
};

/** Reads a stream until it ends. */
export function readLive(body: ReadableStream<Uint8Array>): LiveReader {
  const reader = body.getReader();
  const all: LiveEvent[] = [];
  let hasEnded = false;
  void (async () => {
    const decoder = new TextDecoder();
    for (let rest = ""; ; ) {
      const { done, value } = await reader.read();
      if (done) return;
      const blocks = (rest + decoder.decode(value, { stream: true })).split("\n\n");
      rest = blocks.pop() ?? "";
      all.push(...blocks.flatMap((block) => parseEvent(block) ?? []));
    }
  })()
    .catch(() => {})
    .finally(() => {
      hasEnded = true;
    });
  return {
    get events() {
      return all.filter(({ event }) => event !== "beat");
    },
    get beats() {
      return all.filter(({ event }) => event === "beat");
    },
    get hasEnded() {
      return hasEnded;
    },
    leave: () => reader.cancel(),
  };
}

function parseEvent(block: string): LiveEvent | null {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1];
  const event = field("event");
  return event === undefined ? null : { event, id: field("id"), data: JSON.parse(field("data") ?? "{}") };
}
