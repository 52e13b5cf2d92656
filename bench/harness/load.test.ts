import { describe, expect, it } from "vitest";
import { type Clock, sendAsFastAsPossible, sendAtRate } from "./load";

/** A clock that only moves when somebody sleeps or is busy. */
function aClock() {
  let nowMs = 0;
  const clock: Clock = {
    now: () => nowMs,
    // Whatever has been answered is noted first, as in real time.
    sleep: async (ms) => {
      await new Promise(setImmediate);
      nowMs += ms;
    },
  };
  return { clock, isBusyFor: (ms: number) => (nowMs += ms) };
}

describe("sendAtRate", () => {
  it("sends each request at its time, and as many as the rate asks for", async () => {
    const { clock } = aClock();
    const sentAt: number[] = [];

    const result = await sendAtRate({ perSecond: 10, forMs: 500 }, async () => sentAt.push(clock.now()), clock);

    expect(sentAt).toEqual([0, 100, 200, 300, 400]);
    expect(result).toMatchObject({ failures: 0, latenciesMs: [0, 0, 0, 0, 0] });
  });

  it("counts a stall for everybody who was due meanwhile", async () => {
    const { clock, isBusyFor } = aClock();
    const send = async (i: number) => {
      if (i === 1) isBusyFor(350);
    };

    const { latenciesMs } = await sendAtRate({ perSecond: 10, forMs: 700 }, send, clock);

    expect(latenciesMs).toEqual([0, 350, 250, 150, 50, 0, 0]);
  });

  it("leaves unsent what a machine has no time for", async () => {
    const { clock, isBusyFor } = aClock();
    const send = async () => {
      isBusyFor(1_000);
    };

    const { latenciesMs, unsent } = await sendAtRate({ perSecond: 10, forMs: 1_000 }, send, clock);

    expect([latenciesMs.length, unsent]).toEqual([3, 7]);
  });

  it("counts failures apart from latencies", async () => {
    const { clock } = aClock();
    const send = (i: number) => (i % 2 === 0 ? Promise.reject(new Error("no")) : Promise.resolve());

    const { latenciesMs, failures } = await sendAtRate({ perSecond: 10, forMs: 400 }, send, clock);

    expect([latenciesMs.length, failures]).toEqual([2, 2]);
  });
});

describe("sendAsFastAsPossible", () => {
  it("keeps each client to one request at a time, and ends after so many", async () => {
    let [underWay, most] = [0, 0];
    const send = async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await Promise.resolve();
      underWay -= 1;
    };

    const { latenciesMs } = await sendAsFastAsPossible({ clients: 3, forMs: 60_000, total: 20 }, send);

    expect(latenciesMs).toHaveLength(20);
    expect(most).toBe(3);
  });
});
