import { randomUUID } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { aGate } from "@/lib/testing/gate";
import { absentRedis, testRedis } from "@/lib/testing/redis";
import { aRedisServer } from "@/lib/testing/redis-server";
import { lockKeys, withLock } from "./lock";

const redis = testRedis();

const aRequest = (keys: readonly string[], ownerId: string = randomUUID()) => ({
  kind: "seat" as const,
  keys,
  ownerId,
  leaseMs: 15_000,
  refusal: "seat_unavailable" as const,
});

/** Keys of a schedule of the test's own. */
function seatKeys(count: number): string[] {
  const scheduleId = randomUUID();
  return Array.from({ length: count }, (_, index) => lockKeys.seat(scheduleId, index + 1));
}

const existing = async (keys: string[]) => {
  const answer = await redis.try((client) => client.exists(...keys));
  return answer?.value;
};

describe("withLock", () => {
  it("refuses whoever comes while the work of another is under way, without running theirs", async () => {
    const keys = seatKeys(1);
    const gate = aGate();
    const first = withLock(redis, aRequest(keys), () => gate.opened);
    await vi.waitFor(async () => expect(await existing(keys)).toBe(1));
    const work = vi.fn();

    await expect(withLock(redis, aRequest(keys), work)).rejects.toMatchObject({ code: "seat_unavailable" });

    expect(work).not.toHaveBeenCalled();
    gate.open();
    await first;
  });

  it("takes all keys or none, and names every key that somebody else has", async () => {
    const keys = seatKeys(3);
    const gate = aGate();
    const first = withLock(redis, aRequest(keys.slice(1)), () => gate.opened);
    await vi.waitFor(async () => expect(await existing(keys)).toBe(2));
    const refusalDetails = (taken: readonly string[]) => ({ taken });

    const refused = withLock(redis, { ...aRequest(keys), refusalDetails }, vi.fn());

    await expect(refused).rejects.toMatchObject({ details: { taken: keys.slice(1) } });
    expect(await existing(keys.slice(0, 1))).toBe(0);
    gate.open();
    await first;
  });

  it("lets its owner in again, and keeps strangers out until the later of the two has finished", async () => {
    const keys = seatKeys(1);
    const owner = randomUUID();
    const [early, late] = [aGate(), aGate()];
    const first = withLock(redis, aRequest(keys, owner), () => early.opened);
    await vi.waitFor(async () => expect(await existing(keys)).toBe(1));
    const entered = aGate();
    const second = withLock(redis, aRequest(keys, owner), async () => {
      entered.open();
      await late.opened;
    });
    await entered.opened;

    early.open();
    await first;

    await expect(withLock(redis, aRequest(keys), vi.fn())).rejects.toMatchObject({ code: "seat_unavailable" });
    late.open();
    await second;
    expect(await existing(keys)).toBe(0);
  });

  it("is free again once the work has failed", async () => {
    const keys = seatKeys(2);

    await expect(withLock(redis, aRequest(keys), () => Promise.reject(new Error("no")))).rejects.toThrow("no");

    expect(await existing(keys)).toBe(0);
  });

  it("never releases the lock of whoever came after its lease ran out", async () => {
    const keys = seatKeys(1);
    const [slow, next] = [aGate(), aGate()];
    const first = withLock(redis, { ...aRequest(keys), leaseMs: 1 }, () => slow.opened);
    await vi.waitFor(async () => expect(await existing(keys)).toBe(0));
    const second = withLock(redis, aRequest(keys), () => next.opened);
    await vi.waitFor(async () => expect(await existing(keys)).toBe(1));

    slow.open();
    await first;

    expect(await existing(keys)).toBe(1);
    next.open();
    await second;
  });

  it("runs the work when there is no Redis", async () => {
    expect(await withLock(absentRedis, aRequest(seatKeys(1)), async () => "done")).toBe("done");
  });

  it("leaves no lock behind when Redis carries out an attempt long after it was given up", async () => {
    const own = await aRedisServer();
    const keys = seatKeys(1);
    await own.raw.ping();
    own.freeze();

    // The third failure opens the breaker before its own release is sent.
    for (let attempt = 1; attempt <= 3; attempt++) await withLock(own.guarded, aRequest(keys), async () => {});
    expect(own.guarded.state()).toBe("open");
    own.thaw();

    // The same connection answers in order: whatever was waiting in it has been carried out.
    await vi.waitFor(() => own.raw.ping());
    expect(await own.raw.exists(...keys)).toBe(0);
  });
});
