import { describe, expect, it } from "vitest";
import { waitSecondsOf } from "./rules";

const terms = { admitPerMinute: 60, activeMax: 50, passTtlSeconds: 600 };

describe("the guess how long the line takes", () => {
  it("goes by the pace of the door while there is room", () => {
    expect(waitSecondsOf(terms, { ahead: 0, room: 50 })).toBe(1);
    expect(waitSecondsOf(terms, { ahead: 29, room: 50 })).toBe(30);
  });

  it("goes by those inside when it is full, whose places are not free at once", () => {
    expect(waitSecondsOf(terms, { ahead: 0, room: 0 })).toBe(6);
    expect(waitSecondsOf(terms, { ahead: 99, room: 0 })).toBe(600);
    expect(waitSecondsOf({ ...terms, activeMax: 1 }, { ahead: 0, room: 0 })).toBe(300);
  });
});
