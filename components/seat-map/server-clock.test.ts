import { describe, expect, it } from "vitest";
import { salePhaseAt, timeLeft } from "./sale-phase";
import { narrowClock, serverTimeAt, UNKNOWN_CLOCK } from "./server-clock";

describe("server clock", () => {
  it("believes this clock as long as nothing speaks against it", () => {
    expect(serverTimeAt(UNKNOWN_CLOCK, 5_000)).toBe(5_000);
    const agreed = narrowClock(UNKNOWN_CLOCK, { askedAtMs: 10_100, heardAtMs: 10_150, serverDateMs: 10_000 });
    expect(serverTimeAt(agreed, 20_000)).toBe(20_000);
  });

  it("comes within a round trip of a clock that is minutes off", () => {
    const aheadMs = 180_000;
    let clock = UNKNOWN_CLOCK;
    for (let askedAtMs = 0; askedAtMs < 10_000; askedAtMs += 1_070) {
      const answeredAtMs = askedAtMs + aheadMs + 20;
      const serverDateMs = Math.floor(answeredAtMs / 1_000) * 1_000;
      clock = narrowClock(clock, { askedAtMs, heardAtMs: askedAtMs + 40, serverDateMs });
    }

    expect(Math.abs(serverTimeAt(clock, 0) - aheadMs)).toBeLessThan(500);
  });

  it("follows a clock that was set meanwhile", () => {
    const before = narrowClock(UNKNOWN_CLOCK, { askedAtMs: 0, heardAtMs: 10, serverDateMs: 0 });
    const after = narrowClock(before, { askedAtMs: 100_000, heardAtMs: 100_010, serverDateMs: 0 });

    expect(serverTimeAt(after, 100_000)).toBeLessThan(2_000);
  });

  it("ignores an answer without a date", () => {
    expect(narrowClock(UNKNOWN_CLOCK, { askedAtMs: 0, heardAtMs: 1, serverDateMs: Number.NaN })).toBe(UNKNOWN_CLOCK);
  });
});

describe("salePhaseAt", () => {
  const sale = { status: "published", salesOpenAt: new Date(1_000), salesCloseAt: new Date(2_000) } as const;

  it("opens at the instant it says and closes at the instant it says", () => {
    expect([999, 1_000, 1_999, 2_000].map((now) => salePhaseAt(sale, now))).toEqual([
      "opening_soon",
      "on_sale",
      "on_sale",
      "closed",
    ]);
  });

  it("is cancelled whatever the time", () => {
    expect(salePhaseAt({ ...sale, status: "cancelled" }, 1_500)).toBe("cancelled");
  });
});

describe("timeLeft", () => {
  it("counts down to nothing, and not below", () => {
    expect(timeLeft(90_061_000)).toEqual({ days: 1, hours: 1, minutes: 1, seconds: 1 });
    expect(timeLeft(1)).toMatchObject({ seconds: 1 });
    expect(timeLeft(-5)).toEqual({ days: 0, hours: 0, minutes: 0, seconds: 0 });
  });
});
