import { describe, expect, it } from "vitest";
import { pointsHref, pointsInput, readPointsQuery } from "./points-query";

describe("the address of my points", () => {
  it("reads back what it writes", () => {
    const query = { type: "use", from: "2026-11-01", to: "2026-11-21", cursor: "1795000000000000-42" } as const;

    const url = new URL(pointsHref(query), "http://rowlock.test");

    expect(readPointsQuery(Object.fromEntries(url.searchParams))).toMatchObject(query);
    expect(pointsHref({})).toBe("/points");
  });

  it("leaves out what nobody offered", () => {
    expect(
      readPointsQuery({ type: "gift", from: "2026-13-45", to: "", cursor: "x", payFor: "y", missing: "-1" }),
    ).toEqual({
      type: null,
      from: null,
      to: null,
      cursor: null,
      payFor: null,
      missing: 0,
    });
  });

  it("turns days that stand the wrong way round", () => {
    expect(readPointsQuery({ from: "2026-11-21", to: "2026-11-01" })).toMatchObject({
      from: "2026-11-01",
      to: "2026-11-21",
    });
  });

  it("counts the whole of both days, in Seoul", () => {
    const { from, to } = pointsInput(readPointsQuery({ from: "2026-11-21", to: "2026-11-21" }));

    expect(from?.toISOString()).toBe("2026-11-20T15:00:00.000Z");
    expect(to?.toISOString()).toBe("2026-11-21T15:00:00.000Z");
  });
});
