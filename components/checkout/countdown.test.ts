import { describe, expect, it } from "vitest";
import { announcementBetween, countdownAt, formatClock } from "./countdown";

const at = (nowMs: number) => countdownAt({ startMs: 0, endMs: 300_000, nowMs });

describe("countdownAt", () => {
  it("counts a begun second as a whole one, so that 0:00 means over", () => {
    expect(at(299_999).seconds).toBe(1);
    expect(at(300_000).seconds).toBe(0);
  });

  it("is calm until half a minute is left, then warm, then over", () => {
    expect(at(269_000).mood).toBe("calm");
    expect(at(270_000).mood).toBe("warm");
    expect(at(299_999).mood).toBe("warm");
    expect(at(300_000).mood).toBe("over");
  });

  it("never leaves 0..1, whatever the clocks say", () => {
    expect(at(-60_000).fraction).toBe(1);
    expect(at(900_000)).toEqual({ seconds: 0, fraction: 0, mood: "over" });
    expect(countdownAt({ startMs: 5, endMs: 5, nowMs: 5 }).fraction).toBe(0);
  });
});

describe("formatClock", () => {
  it("writes minutes and two digits of seconds", () => {
    expect(formatClock(299)).toBe("4:59");
    expect(formatClock(60)).toBe("1:00");
    expect(formatClock(7)).toBe("0:07");
    expect(formatClock(0)).toBe("0:00");
  });
});

describe("announcementBetween", () => {
  it("speaks once at a minute and once at half a minute", () => {
    const spoken = [];
    for (let seconds = 299; seconds >= 0; seconds--) {
      const mark = announcementBetween(seconds + 1, seconds);
      if (mark) spoken.push(mark);
    }

    expect(spoken).toEqual([60, 30]);
  });

  it("says only the nearer mark when a sleeping tab passed both", () => {
    expect(announcementBetween(120, 25)).toBe(30);
  });

  it("says nothing once the time is over", () => {
    expect(announcementBetween(120, 0)).toBeNull();
  });
});
