import { describe, expect, it } from "vitest";
import { addressOf, daysOf, isFiltered, readQuery } from "./on-sale-query";

const SEOUL = "Asia/Seoul";

describe("readQuery", () => {
  it("keeps what it understands and drops the rest", () => {
    const query = readQuery({ q: "  햄릿 ", category: "opera", when: "someday", from: "2026-12-01", to: "soon" });

    expect(query).toEqual({ q: "햄릿", category: undefined, when: undefined, from: "2026-12-01", to: undefined });
  });

  it("prefers a named span to days left over from an earlier choice", () => {
    expect(readQuery({ when: "week", from: "2020-01-01" })).toMatchObject({ when: "week", from: undefined });
  });

  it("takes the first of a repeated parameter", () => {
    expect(readQuery({ category: ["play", "concert"] }).category).toBe("play");
  });
});

describe("addressOf", () => {
  it("is the home page itself when nothing is asked", () => {
    expect(addressOf(readQuery({}))).toBe("/");
    expect(isFiltered(readQuery({}))).toBe(false);
  });

  it("reads back as the same query", () => {
    const query = readQuery({ q: "달빛 & 별", category: "musical", from: "2026-12-01", to: "2026-12-24" });
    const address = new URL(addressOf(query), "http://rowlock.invalid");

    expect(readQuery(Object.fromEntries(address.searchParams))).toEqual(query);
  });
});

describe("daysOf", () => {
  const thursdayNight = new Date("2026-12-24T15:30:00Z");

  it("takes today from the hall's calendar, not from Greenwich", () => {
    expect(daysOf({ when: "today" }, thursdayNight, SEOUL)).toEqual({ from: "2026-12-25", to: "2026-12-25" });
  });

  it("ends the week on Sunday, and on a Sunday the same day", () => {
    expect(daysOf({ when: "week" }, thursdayNight, SEOUL)).toEqual({ from: "2026-12-25", to: "2026-12-27" });
    expect(daysOf({ when: "week" }, new Date("2026-12-27T03:00:00Z"), SEOUL).to).toBe("2026-12-27");
  });

  it("ends the month on its last day, at the year's end too", () => {
    expect(daysOf({ when: "month" }, thursdayNight, SEOUL).to).toBe("2026-12-31");
    expect(daysOf({ when: "month" }, new Date("2028-02-10T03:00:00Z"), SEOUL).to).toBe("2028-02-29");
  });
});
