import type { Redis } from "@upstash/redis";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { guardRedis } from "./guarded";

const CALL_TIMEOUT_MS = 500;
const HALF_OPEN_AFTER_MS = 2_000;

// The guard only hands the client on to the calls, and these calls do not use it.
const client = {} as Redis;
const fails = () => Promise.reject(new Error("connection refused"));
const hangs = () => new Promise<never>(() => {});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function opened() {
  const guarded = guardRedis(client);
  for (let failure = 0; failure < 3; failure++) await guarded.try(fails);
  return guarded;
}

describe("guardRedis", () => {
  it("answers null at once, for ever, when there is no Redis", async () => {
    const guarded = guardRedis(null);
    const call = vi.fn(async () => "never asked");

    expect(await guarded.try(call)).toBeNull();
    guarded.send(call);

    expect(call).not.toHaveBeenCalled();
    expect(guarded.state()).toBe("absent");
  });

  it("hands on what Redis answered, even when that is null", async () => {
    expect(await guardRedis(client).try(async () => null)).toEqual({ value: null });
  });

  it("waits half a second for an answer and no longer", async () => {
    const answer = guardRedis(client).try(hangs);
    await vi.advanceTimersByTimeAsync(CALL_TIMEOUT_MS);

    expect(await answer).toBeNull();
  });

  it("passes Redis by after three failures in a row", async () => {
    const guarded = await opened();
    const call = vi.fn(async () => "never asked");

    expect(guarded.state()).toBe("open");
    expect(await guarded.try(call)).toBeNull();
    expect(call).not.toHaveBeenCalled();
  });

  it("stays closed when an answer comes between the failures", async () => {
    const guarded = guardRedis(client);
    for (const call of [fails, fails, async () => "ok", fails, fails]) await guarded.try<unknown>(call);

    expect(guarded.state()).toBe("closed");
  });

  it("lets one call find out whether Redis is back, and closes when it is", async () => {
    const guarded = await opened();
    await vi.advanceTimersByTimeAsync(HALF_OPEN_AFTER_MS);

    expect(await guarded.try(async () => "back")).toEqual({ value: "back" });
    expect(guarded.state()).toBe("closed");
  });

  it("opens again when the probe finds nothing", async () => {
    const guarded = await opened();
    await vi.advanceTimersByTimeAsync(HALF_OPEN_AFTER_MS);
    await guarded.try(fails);

    expect(guarded.state()).toBe("open");
  });

  it("makes nobody wait for the probe of another", async () => {
    const guarded = await opened();
    await vi.advanceTimersByTimeAsync(HALF_OPEN_AFTER_MS);
    const probe = guarded.try(hangs);
    const answered = vi.fn();

    void guarded.try(async () => "never asked").then(answered);
    await vi.advanceTimersByTimeAsync(0);

    expect(guarded.state()).toBe("half_open");
    expect(answered).toHaveBeenCalledWith(null);
    await vi.advanceTimersByTimeAsync(CALL_TIMEOUT_MS);
    expect(await probe).toBeNull();
  });

  it("serves a crowd without a warning in the log", async () => {
    const guarded = guardRedis(client);
    const warned = vi.fn();
    process.on("warning", warned);

    await Promise.all(Array.from({ length: 50 }, () => guarded.try(async () => "ok")));
    await new Promise<void>((resolve) => process.nextTick(resolve));
    process.off("warning", warned);

    expect(warned).not.toHaveBeenCalled();
  });

  it("sends what must be said whatever the breaker thinks, and swallows the failure", async () => {
    const guarded = await opened();
    const call = vi.fn(fails);

    guarded.send(call);
    await vi.advanceTimersByTimeAsync(0);

    expect(call).toHaveBeenCalledOnce();
  });
});
