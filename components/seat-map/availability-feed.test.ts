import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { packStatuses } from "@/lib/seats/seat-bits";
import { createAvailabilityFeed } from "./availability-feed";
import type { Connection } from "./availability-poll";
import type { KnownSeats } from "./availability-state";

/** A browser's stream that hears what the test says. */
function aSource(version: string | null) {
  const listeners = new Map<string, ((event: { data?: string }) => void)[]>();
  return {
    version,
    close: vi.fn(),
    addEventListener(type: string, listener: (event: { data?: string }) => void) {
      listeners.set(type, [...(listeners.get(type) ?? []), listener]);
    },
    say(type: string, data?: object) {
      const event = data === undefined ? {} : { data: JSON.stringify(data) };
      for (const listener of listeners.get(type) ?? []) listener(event);
    },
  };
}

const snapshot = (version: string, statuses: string) => ({
  version,
  seat_count: statuses.length,
  seats: packStatuses(statuses),
});

function aPage({ hasStreams = true, initial = { version: "e.1", statuses: "000" } as KnownSeats | null } = {}) {
  const sources: ReturnType<typeof aSource>[] = [];
  const shown: string[] = [];
  const connections: Connection[] = [];
  const ask = vi.fn(async (_version: string | null): Promise<KnownSeats | null> => null);
  const onServerTime = vi.fn();
  const feed = createAvailabilityFeed({
    initial,
    intervalMs: 1_000,
    openSource: hasStreams
      ? (version) => {
          const source = aSource(version);
          sources.push(source);
          return source;
        }
      : null,
    ask,
    onSeats: (_known, statuses) => shown.push(statuses),
    onConnection: (connection) => connections.push(connection),
    onServerTime,
    random: () => 0.5,
  });
  onTestFinished(feed.stop);
  feed.start();
  return {
    feed,
    sources,
    ask,
    shown,
    connections,
    onServerTime,
    source: () => {
      const source = sources.at(-1);
      if (!source) throw new Error("A stream was opened");
      return source;
    },
  };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a page with a stream", () => {
  it("names the version it was made with, shows each change, and asks nothing by itself", async () => {
    const page = aPage();
    await pass(0);
    page.source().say("beat", { now: 5 });
    page.source().say("delta", { from: "e.1", to: "e.2", changes: [[1, 1]] });
    await pass(30_000);

    expect(page.source().version).toBe("e.1");
    expect(page.shown).toEqual(["010"]);
    expect(page.ask).not.toHaveBeenCalled();
    expect(page.onServerTime).toHaveBeenCalledWith(expect.objectContaining({ nowMs: 5 }));
  });

  it("opens the stream anew without a version when a delta is missing", async () => {
    const page = aPage();
    await pass(0);
    page.source().say("delta", { from: "e.2", to: "e.3", changes: [[1, 1]] });
    expect(page.source().close).toHaveBeenCalled();
    await pass(0);
    expect(page.sources.map(({ version }) => version)).toEqual(["e.1", null]);
    page.source().say("snapshot", snapshot("e.3", "011"));

    expect(page.shown).toEqual(["011"]);
  });

  it("does not besiege a server whose deltas never fit", async () => {
    const page = aPage();
    for (let turn = 0; turn < 100; turn++) {
      await pass(100);
      page.source().say("delta", { from: "wrong.1", to: "wrong.2", changes: [] });
    }

    expect(page.sources.length).toBeLessThanOrEqual(7);
  });

  it("comes back with what it has when the stream ends, and asks only if there is no new one in time", async () => {
    const page = aPage();
    await pass(0);
    page.source().say("delta", { from: "e.1", to: "e.2", changes: [[1, 1]] });
    page.source().say("error");
    await pass(500);
    expect(page.sources.map(({ version }) => version)).toEqual(["e.1", "e.2"]);
    expect(page.ask).not.toHaveBeenCalled();

    await pass(2_500);
    expect(page.ask).toHaveBeenCalled();
  });

  it("takes silence for the end", async () => {
    const page = aPage();
    await pass(0);
    page.source().say("beat", { now: 5 });
    await pass(41_000);

    expect(page.sources).toHaveLength(2);
  });

  it("takes what it cannot read for the end", async () => {
    const page = aPage();
    await pass(0);
    page.source().say("snapshot", { version: "e.2", seat_count: 9, seats: "A" });

    expect(page.source().close).toHaveBeenCalled();
    expect(page.shown).toEqual([]);
  });

  it("says that the seats may have changed while the server cannot tell", async () => {
    const page = aPage();
    await pass(0);
    page.source().say("beat", { now: 5 });
    page.source().say("stale");
    expect(page.connections.at(-1)).toBe("reconnecting");
    page.source().say("fresh");
    expect(page.connections.at(-1)).toBe("live");
  });

  it("hears nothing more once it is stopped, and goes on from there when it is started again", async () => {
    const page = aPage();
    await pass(0);
    const first = page.source();
    first.say("delta", { from: "e.1", to: "e.2", changes: [[1, 1]] });
    page.feed.stop();
    first.say("delta", { from: "e.2", to: "e.3", changes: [[2, 1]] });
    await pass(60_000);
    expect(page.shown).toEqual(["010"]);
    expect(vi.getTimerCount()).toBe(0);
    page.feed.start();
    await pass(0);

    expect(page.source().version).toBe("e.2");
  });
});

describe("a page whose write was answered", () => {
  it("shows nothing older than the write, and then whatever is newer", async () => {
    const page = aPage();
    await pass(0);
    page.source().say("beat", { now: 5 });
    page.ask.mockImplementation(
      () => new Promise((resolve) => setTimeout(resolve, 50, { version: "e.3", statuses: "011" })),
    );

    page.feed.askNow();
    page.source().say("delta", { from: "e.1", to: "e.2", changes: [[1, 1]] });
    expect(page.shown).toEqual([]);
    await pass(50);
    expect(page.shown).toEqual(["011"]);
    page.source().say("delta", {
      from: "e.2",
      to: "e.4",
      changes: [
        [0, 2],
        [2, 1],
      ],
    });
    expect(page.shown.at(-1)).toBe("211");
  });

  it("goes on with the stream when its question gets no answer", async () => {
    const page = aPage();
    await pass(0);
    page.source().say("beat", { now: 5 });
    page.ask.mockRejectedValue(new Error("no answer"));

    page.feed.askNow();
    page.source().say("delta", { from: "e.1", to: "e.2", changes: [[1, 1]] });
    await pass(0);

    expect(page.shown).toEqual(["010"]);
    expect(page.connections).not.toContain("reconnecting");
  });

  it("shows a refused seat as held at once", async () => {
    const page = aPage();
    await pass(0);
    page.feed.markHeld([2]);

    expect(page.shown).toEqual(["001"]);
  });
});

describe("a page without a stream", () => {
  it("asks at once where none is to be tried", async () => {
    const page = aPage({ hasStreams: false });
    page.ask.mockResolvedValue({ version: "e.2", statuses: "001" });
    await pass(2_500);

    expect(page.ask.mock.calls.map(([version]) => version)).toEqual(["e.1", "e.2", "e.2"]);
    expect(page.shown).toEqual(["001"]);
  });

  it("asks while streams are refused, tries one ever more rarely, and stops asking when it gets one", async () => {
    const page = aPage();
    page.ask.mockImplementation(async (version) => (version === "e.2" ? null : { version: "e.2", statuses: "001" }));
    for (let turn = 0; turn < 30; turn++) {
      await pass(1_000);
      page.source().say("error");
    }
    expect(page.sources.length).toBeLessThan(8);
    expect(page.ask.mock.calls.length).toBeGreaterThan(25);
    expect(page.shown).toEqual(["001"]);
    expect(page.connections).not.toContain("reconnecting");

    const refused = page.sources.length;
    for (let second = 0; second < 20 && page.sources.length === refused; second++) await pass(1_000);
    page.source().say("beat", { now: 5 });
    page.ask.mockClear();
    await pass(10_000);
    expect(page.ask).not.toHaveBeenCalled();
    expect(page.source().version).toBe("e.2");
  });

  it("says so when neither a stream nor an answer comes", async () => {
    const page = aPage();
    page.ask.mockRejectedValue(new Error("no answer"));
    await pass(10_000);

    expect(page.connections.at(-1)).toBe("reconnecting");
  });
});
