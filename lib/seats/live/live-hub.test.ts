import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { AppError } from "@/lib/kernel/errors";
import type { Availability } from "@/lib/seats/availability";
import { readLive } from "@/lib/testing/live-reader";
import { createLiveHub } from "./live-hub";

const LIMITS = { watchersMax: 100, queueBytesMax: 4_096, stuckMaxMs: 20_000, lifetimeMs: 600_000 };
const HALL = "schedule";

/** A hall whose seats change at the test's word, and a hub that reads them. */
function aLiveHall({ seatCount = 10, limits = LIMITS }: { seatCount?: number; limits?: typeof LIMITS } = {}) {
  let [sequence, statuses] = [1, "0".repeat(seatCount)];
  const read = vi.fn(
    async (_: string): Promise<Availability> => ({
      scheduleId: HALL,
      version: `e.${sequence}`,
      statuses,
      asOf: new Date().toISOString(),
    }),
  );
  const signals = { follow: vi.fn(), unfollow: vi.fn(), close: vi.fn() };
  const openSignals = vi.fn(() => signals);
  const hub = createLiveHub({ readSeats: read, openSignals, limits, random: () => 0.5 });
  onTestFinished(() => hub.close());
  return {
    hub,
    read,
    signals,
    openSignals,
    change(seat: number, status: number) {
      sequence += 1;
      statuses = statuses.slice(0, seat) + status + statuses.slice(seat + 1);
    },
    watch: async (version: string | null = null) => {
      const opening = hub.watch(HALL, version);
      opening.catch(() => {});
      await vi.advanceTimersByTimeAsync(200);
      return (await opening).body;
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a live hub", () => {
  it("tells a newcomer everything, and then each change", async () => {
    const hall = aLiveHall();
    const reader = readLive(await hall.watch());
    hall.change(3, 1);
    await vi.advanceTimersByTimeAsync(400);

    expect(reader.events).toMatchObject([
      { event: "snapshot", id: "e.1", data: { version: "e.1", seat_count: 10 } },
      { event: "delta", id: "e.2", data: { from: "e.1", to: "e.2", changes: [[3, 1]] } },
    ]);
  });

  it("tells whoever has the latest version nothing but that it lives", async () => {
    const hall = aLiveHall();
    await hall.watch();
    const reader = readLive(await hall.watch("e.1"));
    await vi.advanceTimersByTimeAsync(400);

    expect(reader.events).toEqual([]);
    expect(reader.beats).toHaveLength(1);
  });

  it("gives whoever comes back exactly the changes they missed, merged", async () => {
    const hall = aLiveHall();
    readLive(await hall.watch());
    for (const [seat, status] of [
      [1, 1],
      [2, 1],
      [1, 0],
      [4, 2],
    ] as const) {
      hall.change(seat, status);
      await vi.advanceTimersByTimeAsync(400);
    }

    const reader = readLive(await hall.watch("e.2"));
    await vi.advanceTimersByTimeAsync(0);

    const changes = [
      [1, 0],
      [2, 1],
      [4, 2],
    ];
    expect(reader.events).toMatchObject([{ event: "delta", data: { from: "e.2", to: "e.5", changes } }]);
  });

  it.each(["other.1", "e.0", "nonsense"])(
    "gives a snapshot to whoever has version %s, which leads nowhere",
    async (version) => {
      const hall = aLiveHall();
      readLive(await hall.watch());
      const reader = readLive(await hall.watch(version));
      await vi.advanceTimersByTimeAsync(0);

      expect(reader.events).toMatchObject([{ event: "snapshot", id: "e.1" }]);
    },
  );

  it("never tells somebody less than they have seen elsewhere", async () => {
    const hall = aLiveHall();
    readLive(await hall.watch());
    hall.change(1, 1);
    // This reader's page was made after the change, which the hub has not heard of yet.
    const reader = readLive(await hall.watch("e.2"));
    await vi.advanceTimersByTimeAsync(0);

    expect(reader.events).toEqual([]);
  });

  it("never goes back to an older version", async () => {
    const hall = aLiveHall();
    const reader = readLive(await hall.watch());
    hall.change(1, 1);
    await vi.advanceTimersByTimeAsync(400);
    const old = { scheduleId: HALL, version: "e.1", statuses: "0000000000", asOf: "" };
    hall.read.mockResolvedValueOnce(old);
    await vi.advanceTimersByTimeAsync(400);

    expect(reader.events.map(({ id }) => id)).toEqual(["e.1", "e.2"]);
  });

  it("reads once however many watch, and never twice at the same time", async () => {
    const hall = aLiveHall();
    let [underWay, most] = [0, 0];
    const answer = hall.read.getMockImplementation();
    hall.read.mockImplementation(async (scheduleId) => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setTimeout(resolve, 40));
      underWay -= 1;
      if (!answer) throw new Error("There was a way to read");
      return answer(scheduleId);
    });
    const opened = Array.from({ length: 50 }, () => hall.hub.watch(HALL, null));
    await vi.advanceTimersByTimeAsync(1_000);
    await Promise.all(opened);
    hall.read.mockClear();
    for (let wakes = 0; wakes < 50; wakes++) {
      hall.hub.wake(HALL);
      await vi.advanceTimersByTimeAsync(20);
    }

    expect(most).toBe(1);
    expect(hall.read.mock.calls.length).toBeLessThanOrEqual(10);
  });

  it("tells a burst of changes in one delta, and a change that comes alone at once", async () => {
    const hall = aLiveHall();
    const reader = readLive(await hall.watch());
    await vi.advanceTimersByTimeAsync(150);
    hall.change(0, 1);
    hall.hub.wake(HALL);
    await vi.advanceTimersByTimeAsync(1);
    expect(reader.events.at(-1)?.data.changes).toEqual([[0, 1]]);
    for (const seat of [1, 2, 3]) {
      hall.change(seat, 1);
      hall.hub.wake(HALL);
      await vi.advanceTimersByTimeAsync(20);
    }
    await vi.advanceTimersByTimeAsync(100);

    const changes = [
      [1, 1],
      [2, 1],
      [3, 1],
    ];
    expect(reader.events.at(-1)?.data).toEqual({ from: "e.2", to: "e.5", changes });
  });

  it("reads nothing while nobody watches, and forgets the schedule in the end", async () => {
    const hall = aLiveHall();
    const reader = readLive(await hall.watch());
    await reader.leave();
    hall.read.mockClear();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(hall.read).not.toHaveBeenCalled();
    expect(hall.signals.unfollow).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(40_000);

    expect(hall.signals.unfollow).toHaveBeenCalledExactlyOnceWith(HALL);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("opens one connection for signals, whatever is watched", async () => {
    const hall = aLiveHall();
    await hall.watch();
    await hall.watch();
    void hall.hub.watch("another", null);
    await vi.advanceTimersByTimeAsync(200);

    expect(hall.openSignals).toHaveBeenCalledOnce();
    expect(hall.signals.follow.mock.calls).toEqual([[HALL], ["another"]]);
  });

  it("refuses whoever is too many, and lets them in when somebody has left", async () => {
    const hall = aLiveHall({ limits: { ...LIMITS, watchersMax: 2 } });
    const reader = readLive(await hall.watch());
    await hall.watch();

    await expect(hall.hub.watch(HALL, null)).rejects.toMatchObject({ code: "busy" });
    await reader.leave();
    await expect(hall.watch()).resolves.toBeDefined();
  });

  it("refuses to watch what there is not, and keeps no place for it", async () => {
    const hall = aLiveHall({ limits: { ...LIMITS, watchersMax: 1 } });
    hall.read.mockRejectedValueOnce(new AppError("not_found"));
    await expect(hall.watch()).rejects.toMatchObject({ code: "not_found" });

    await expect(hall.watch()).resolves.toBeDefined();
  });

  it("beats every 15 seconds", async () => {
    const hall = aLiveHall();
    const reader = readLive(await hall.watch());
    await vi.advanceTimersByTimeAsync(60_000);

    expect(reader.beats).toHaveLength(5);
  });

  it("ends a stream after its lifetime, so that its reader comes again", async () => {
    const hall = aLiveHall();
    const reader = readLive(await hall.watch());
    await vi.advanceTimersByTimeAsync(590_000);
    expect(reader.hasEnded).toBe(false);
    await vi.advanceTimersByTimeAsync(20_000);

    expect(reader.hasEnded).toBe(true);
  });

  it("ends every stream at once when the process ends, and lets nobody in", async () => {
    const hall = aLiveHall();
    const reader = readLive(await hall.watch());
    hall.hub.close();
    await vi.advanceTimersByTimeAsync(0);

    expect(reader.hasEnded).toBe(true);
    expect(hall.signals.close).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
    await expect(hall.hub.watch(HALL, null)).rejects.toMatchObject({ code: "busy" });
  });
});

describe("a hub that cannot read", () => {
  it("says so to all, goes on trying, and says when it can again", async () => {
    const hall = aLiveHall();
    const reader = readLive(await hall.watch());
    const answer = hall.read.getMockImplementation();
    hall.read.mockRejectedValue(new AppError("read_only"));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(reader.events.at(-1)?.event).toBe("stale");
    const late = readLive(await hall.watch("e.1"));
    await vi.advanceTimersByTimeAsync(0);
    expect(late.events.at(-1)?.event).toBe("stale");

    hall.change(1, 1);
    if (answer) hall.read.mockImplementation(answer);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(reader.events.slice(-2).map(({ event }) => event)).toEqual(["delta", "fresh"]);
  });

  it("says so too when it is given the same old state again and again", async () => {
    const hall = aLiveHall();
    const reader = readLive(await hall.watch());
    hall.read.mockResolvedValue({ scheduleId: HALL, version: "e.1", statuses: "0000000000", asOf: "long ago" });
    await vi.advanceTimersByTimeAsync(4_000);
    expect(reader.events.at(-1)?.event).toBe("snapshot");
    await vi.advanceTimersByTimeAsync(2_000);

    expect(reader.events.at(-1)?.event).toBe("stale");
  });

  it("forgives one lost answer", async () => {
    const hall = aLiveHall();
    const reader = readLive(await hall.watch());
    hall.read.mockRejectedValueOnce(new Error("lost"));
    await vi.advanceTimersByTimeAsync(3_000);

    expect(reader.events.map(({ event }) => event)).toEqual(["snapshot"]);
  });

  it("says so too while an answer does not come at all", async () => {
    const hall = aLiveHall();
    const reader = readLive(await hall.watch());
    hall.read.mockReturnValueOnce(new Promise(() => {}));
    await vi.advanceTimersByTimeAsync(5_000);

    expect(reader.events.at(-1)?.event).toBe("stale");
  });

  it("answers with what is known when it is known, and not at all when nothing is", async () => {
    const hall = aLiveHall();
    hall.read.mockRejectedValueOnce(new AppError("read_only"));
    await expect(hall.watch()).rejects.toMatchObject({ code: "read_only" });
    await vi.advanceTimersByTimeAsync(1_000);
    readLive(await hall.watch());
    hall.read.mockRejectedValue(new AppError("read_only"));
    await vi.advanceTimersByTimeAsync(3_000);

    const opening = hall.hub.watch(HALL, "other.1");
    await vi.advanceTimersByTimeAsync(10_000);
    const reader = readLive((await opening).body);
    await vi.advanceTimersByTimeAsync(0);
    expect(reader.events.map(({ event }) => event)).toEqual(["snapshot", "stale"]);
  });
});

describe("a reader who takes nothing", () => {
  it("costs no more than its queue, and gets one merged update once it reads again", async () => {
    const hall = aLiveHall({ seatCount: 30, limits: { ...LIMITS, queueBytesMax: 1_000 } });
    const body = await hall.watch("e.1");
    for (let round = 0; round < 90; round++) {
      hall.change(round % 30, 1 + (round % 3));
      await vi.advanceTimersByTimeAsync(200);
    }
    const reader = readLive(body);
    await vi.advanceTimersByTimeAsync(0);

    const deltas = reader.events.map(({ data }) => data as { from: string; to: string });
    expect(deltas.length).toBeLessThan(20);
    expect(deltas[0]?.from).toBe("e.1");
    expect(deltas.at(-1)?.to).toBe("e.91");
    deltas.slice(1).forEach(({ from }, index) => {
      expect(from).toBe(deltas[index]?.to);
    });
  });

  it("is dropped after a while", async () => {
    const hall = aLiveHall({ limits: { ...LIMITS, queueBytesMax: 300, watchersMax: 1 } });
    const body = await hall.watch();
    for (let round = 0; round < 10; round++) {
      hall.change(round, 1);
      await vi.advanceTimersByTimeAsync(400);
    }
    await vi.advanceTimersByTimeAsync(25_000);

    await expect(body.getReader().read()).rejects.toMatchObject({ name: "AbortError" });
    await expect(hall.watch()).resolves.toBeDefined();
  });
});
