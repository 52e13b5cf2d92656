import { describe, expect, it } from "vitest";
import { HOUR_MS, nextOpening, seoulDaysFromNow, seoulTime } from "./calendar";

// Late on Sunday in London is already Monday in Seoul.
const mondayInSeoul = new Date("2026-11-22T23:00:00Z");

describe("seoulTime", () => {
  it("counts weeks from the Monday after today", () => {
    const friday = { weekday: "fri", at: "19:30" } as const;

    expect(seoulTime(mondayInSeoul, { week: 0, ...friday }).toISOString()).toBe("2026-12-04T10:30:00.000Z");
    expect(seoulTime(mondayInSeoul, { week: -2, ...friday }).toISOString()).toBe("2026-11-20T10:30:00.000Z");
  });

  it("is at least a day ahead in week 0, and wholly past before week -1, on every day of the week", () => {
    for (let day = 0; day < 7; day++) {
      const now = new Date(mondayInSeoul.getTime() + day * 24 * HOUR_MS);
      expect(seoulTime(now, { week: 0, weekday: "mon", at: "20:00" }).getTime()).toBeGreaterThan(now.getTime());
      expect(seoulTime(now, { week: -2, weekday: "sun", at: "23:00" }).getTime()).toBeLessThan(now.getTime());
    }
  });
});

it("reads the clock of Seoul", () => {
  expect(seoulDaysFromNow(mondayInSeoul, -1, "20:00").toISOString()).toBe("2026-11-22T11:00:00.000Z");
});

it("opens the next sale within a day, but never so soon that nobody could be there", () => {
  for (let hour = 0; hour < 24; hour++) {
    const now = new Date(mondayInSeoul.getTime() + hour * HOUR_MS + 1);
    const waitMs = nextOpening(now).getTime() - now.getTime();
    expect(waitMs).toBeGreaterThanOrEqual(2 * HOUR_MS);
    expect(waitMs).toBeLessThan(24 * HOUR_MS);
  }
});
