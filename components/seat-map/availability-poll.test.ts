import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type AskAvailability, type Connection, createAvailabilityPoll, retryDelayMs } from "./availability-poll";

const answer = (version: string) => ({ version, statuses: version });

function pollWith(ask: AskAvailability) {
  const heard: (string | null)[] = [];
  const connections: Connection[] = [];
  const poll = createAvailabilityPoll({
    ask,
    intervalMs: 1_000,
    onAnswer: (fresh) => heard.push(fresh?.version ?? null),
    onConnection: (connection) => connections.push(connection),
    random: () => 0.5,
  });
  return { poll, heard, connections };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("createAvailabilityPoll", () => {
  it("asks once a second", async () => {
    const { poll, heard } = pollWith(async () => (heard.length === 0 ? answer("1") : null));

    poll.start();
    poll.start();
    await vi.advanceTimersByTimeAsync(2_500);

    expect(heard).toEqual(["1", null, null]);
    poll.stop();
  });

  it("asks nothing more once stopped", async () => {
    const ask = vi.fn(async () => null);
    const { poll } = pollWith(ask);

    poll.start();
    await vi.advanceTimersByTimeAsync(0);
    poll.stop();
    await vi.advanceTimersByTimeAsync(60_000);

    expect(ask).toHaveBeenCalledTimes(1);
  });

  it("forgives one lost answer, then says so, then takes it back", async () => {
    let isBroken = true;
    const { poll, connections } = pollWith(async () => {
      if (isBroken) throw new Error("no answer");
      return null;
    });

    poll.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(connections).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(connections).toEqual(["reconnecting"]);
    isBroken = false;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(connections.at(-1)).toBe("live");
    poll.stop();
  });

  it("throws away an answer that was asked for before a write", async () => {
    const answers: ((version: string) => void)[] = [];
    const { poll, heard } = pollWith(
      () => new Promise((resolve) => answers.push((version) => resolve(answer(version)))),
    );

    poll.start();
    void poll.askNow();
    answers[0]?.("before the write");
    answers[1]?.("after the write");
    await vi.advanceTimersByTimeAsync(0);

    expect(heard).toEqual(["after the write"]);
    poll.stop();
  });

  it("asks once for who does not poll, even when it is paused meanwhile, and not when it is stopped", async () => {
    const answers: (() => void)[] = [];
    const { poll, heard } = pollWith(() => new Promise((resolve) => answers.push(() => resolve(answer("1")))));

    const asked = poll.askNow();
    poll.pause();
    answers[0]?.();
    await asked;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(heard).toEqual(["1"]);
    expect(answers).toHaveLength(1);

    const unheard = poll.askNow();
    poll.stop();
    answers[1]?.();
    await unheard;
    expect(heard).toEqual(["1"]);
  });

  it("goes on asking after a question out of turn", async () => {
    const ask = vi.fn(async () => null);
    const { poll } = pollWith(ask);

    poll.start();
    await poll.askNow();
    await vi.advanceTimersByTimeAsync(2_500);

    expect(ask).toHaveBeenCalledTimes(4);
    poll.stop();
  });

  it("waits longer and longer, up to a bound", () => {
    expect([1, 2, 3, 9].map((misses) => retryDelayMs(misses, 0.5))).toEqual([1_000, 2_000, 4_000, 15_000]);
    expect(retryDelayMs(1, 0)).toBe(750);
    expect(retryDelayMs(1, 1)).toBe(1_250);
  });
});
