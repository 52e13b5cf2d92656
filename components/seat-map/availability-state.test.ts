import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSeatHistory } from "@/lib/seats/live/seat-history";
import {
  type AvailabilityEvent,
  type AvailabilityState,
  initialAvailability,
  type KnownSeats,
  newest,
  nextAvailability,
  seatsShown,
} from "./availability-state";

const SEATS = 8;

/** A server whose seats change, which counts anew now and then, and remembers what it had at each version. */
function aServer() {
  const history = createSeatHistory();
  const past = new Map<string, string>();
  let [epoch, sequence, statuses] = [0, 0, "0".repeat(SEATS)];
  const current = (): KnownSeats => ({ version: `${epoch}.${sequence}`, statuses });
  const record = () => past.set(current().version, statuses);
  const read = () => history.accept({ scheduleId: "s", asOf: "", ...current() });
  record();
  read();
  return {
    past,
    current,
    read,
    change(seat: number, status: number) {
      if (statuses[seat] === String(status)) return;
      statuses = statuses.slice(0, seat) + status + statuses.slice(seat + 1);
      sequence += 1;
      record();
    },
    countAnew() {
      [epoch, sequence] = [epoch + 1, 0];
      record();
    },
    /** What a stream sends somebody who has `version`, parsed as the browser does. */
    updateFrom(version: string | null): { event: AvailabilityEvent; version: string } | null {
      const update = history.updateFrom(version);
      if (update === null) return null;
      const text = new TextDecoder().decode(update.bytes);
      const data = JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? "");
      const isDelta = text.startsWith("event: delta");
      const event: AvailabilityEvent = isDelta
        ? { type: "delta", ...data }
        : { type: "snapshot", version: update.version, statuses: past.get(update.version) ?? "" };
      return { event, version: update.version };
    },
  };
}

type Server = ReturnType<typeof aServer>;

/** A page that reads such a server over a connection that loses, repeats and breaks. */
function aPage(server: Server) {
  let state: AvailabilityState = initialAvailability(server.current());
  let queue: AvailabilityEvent[] = [];
  let position: string | null = null;
  let isOpen = false;

  function open(): void {
    server.read();
    [queue, isOpen, position] = [[], true, state.base?.version ?? null];
    collect();
  }
  function collect(): void {
    const update = isOpen ? server.updateFrom(position) : null;
    if (update === null) return;
    position = update.version;
    queue.push(update.event);
  }
  function take(event: AvailabilityEvent): void {
    const step = nextAvailability(state, event);
    state = step.state;
    if (step.mustResync) open();
  }
  open();
  return {
    state: () => state,
    collect,
    hear: () => {
      const event = queue.shift();
      if (event) take(event);
    },
    // A snapshot only ever comes once and in its place: a connection keeps its order.
    hearTwice: () => {
      const [event] = queue;
      if (event?.type === "delta") take(event);
    },
    hearLater: () => {
      const [first, second, ...rest] = queue;
      if (first?.type === "delta" && second?.type === "delta") queue = [second, first, ...rest];
    },
    lose: () => {
      queue.shift();
    },
    breakOff: () => {
      [isOpen, queue] = [false, []];
      take({ type: "stream_lost" });
    },
    comeBack: () => {
      if (!isOpen) open();
    },
    ask: () => take({ type: "answer", hasStream: isOpen, ...server.current() }),
    settle() {
      if (!isOpen) open();
      server.read();
      for (let turns = 0; turns < 50; turns++) {
        collect();
        while (queue.length > 0) this.hear();
      }
    },
  };
}

const step = fc.oneof(
  fc.record({ do: fc.constant("change" as const), seat: fc.nat(SEATS - 1), status: fc.nat(3) }),
  fc.record({
    do: fc.constantFrom(
      ...([
        "read",
        "hear",
        "hear",
        "hearTwice",
        "hearLater",
        "lose",
        "breakOff",
        "comeBack",
        "ask",
        "countAnew",
      ] as const),
    ),
  }),
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function act(server: Server, page: ReturnType<typeof aPage>, action: Step): void {
  if (action.do === "change") server.change(action.seat, action.status);
  else if (action.do === "countAnew") server.countAnew();
  else if (action.do === "read") {
    server.read();
    page.collect();
  } else page[action.do]();
}

/** Shows only what the server had, at the version that is claimed. */
function expectTrue(server: Server, state: AvailabilityState): void {
  for (const known of [state.base, state.ahead]) {
    if (known) expect(known.statuses).toBe(server.past.get(known.version));
  }
}

describe("what a page knows of the seats", () => {
  it("is never wrong, whatever is lost, repeated, late or broken off, and right once it has come through", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80, size: "max" }), (steps) => {
        const server = aServer();
        const page = aPage(server);
        for (const action of steps) {
          act(server, page, action);
          expectTrue(server, page.state());
        }
        // One more change shows a delta that was lost without a trace until now.
        server.change(0, 1);
        server.change(0, 2);
        page.settle();
        expect(seatsShown(page.state())).toBe(server.current().statuses);
      }),
      { numRuns: 300 },
    );
  });

  it("never goes back in time", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80, size: "max" }), (steps) => {
        const server = aServer();
        const page = aPage(server);
        const age = () => [...server.past.keys()].indexOf(newest(page.state())?.version ?? "");
        for (const action of steps) {
          const before = age();
          act(server, page, action);
          expect(age()).toBeGreaterThanOrEqual(before);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("nextAvailability", () => {
  const at = (version: string, statuses: string): KnownSeats => ({ version, statuses });
  const start = initialAvailability(at("e.1", "000"));

  it("asks for a new stream when a delta is missing, and shows meanwhile what it had", () => {
    const { state, mustResync } = nextAvailability(start, { type: "delta", from: "e.2", to: "e.3", changes: [[0, 1]] });

    expect(mustResync).toBe(true);
    expect(seatsShown(state)).toBe("000");
  });

  it("passes over a delta that it has had", () => {
    const delta = { type: "delta", from: "e.0", to: "e.1", changes: [[0, 1]] } as const;
    expect(nextAvailability(start, delta)).toEqual({ state: start, mustResync: false });
  });

  it("asks for a new stream when a delta names a seat that there is not", () => {
    expect(nextAvailability(start, { type: "delta", from: "e.1", to: "e.2", changes: [[3, 1]] }).mustResync).toBe(true);
  });

  it("shows an answer that the stream has not caught up with, until it has", () => {
    const answered = nextAvailability(start, { type: "answer", hasStream: true, ...at("e.3", "011") }).state;
    const behind = nextAvailability(answered, { type: "delta", from: "e.1", to: "e.2", changes: [[1, 1]] }).state;
    expect(seatsShown(behind)).toBe("011");

    const beyond = nextAvailability(behind, { type: "delta", from: "e.2", to: "e.4", changes: [[2, 2]] }).state;
    expect(beyond).toMatchObject({ base: at("e.4", "012"), ahead: null });
  });

  it("shows a refused seat as held until more is heard of it", () => {
    const refused = nextAvailability(start, { type: "refused", seats: [2, 1, 9] }).state;
    expect(seatsShown(refused)).toBe("011");
    const told = nextAvailability(refused, { type: "delta", from: "e.1", to: "e.2", changes: [[1, 2]] }).state;
    expect(seatsShown(told)).toBe("021");
    expect(seatsShown(nextAvailability(told, { type: "same" }).state)).toBe("020");
  });
});
