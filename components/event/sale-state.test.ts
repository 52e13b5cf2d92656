import { describe, expect, it } from "vitest";
import { saleStateNow, scheduleStateOf } from "./sale-state";

const opensAt = new Date("2026-12-01T11:00:00Z");
const closesAt = new Date("2026-12-24T09:30:00Z");
const startsAt = new Date("2026-12-24T10:30:00Z");
const schedule = { salesOpenAt: opensAt, salesCloseAt: closesAt, startsAt, status: "published" as const };
const justBefore = (at: Date) => new Date(at.getTime() - 1);

describe("scheduleStateOf", () => {
  it("opens at its very instant and closes at its very instant", () => {
    expect(scheduleStateOf(schedule, 10, justBefore(opensAt))).toBe("opening_soon");
    expect(scheduleStateOf(schedule, 10, opensAt)).toBe("on_sale");
    expect(scheduleStateOf(schedule, 10, justBefore(closesAt))).toBe("on_sale");
    expect(scheduleStateOf(schedule, 10, closesAt)).toBe("past");
  });

  it("is sold out only while it is on sale", () => {
    expect(scheduleStateOf(schedule, 0, opensAt)).toBe("sold_out");
    expect(scheduleStateOf(schedule, 0, justBefore(opensAt))).toBe("opening_soon");
    expect(scheduleStateOf(schedule, 0, closesAt)).toBe("past");
  });

  it("is not called sold out while nobody can say how many seats are left", () => {
    expect(scheduleStateOf(schedule, null, opensAt)).toBe("on_sale");
  });

  it("says cancelled before anything else", () => {
    expect(scheduleStateOf({ ...schedule, status: "cancelled" }, 10, opensAt)).toBe("cancelled");
  });
});

describe("saleStateNow", () => {
  it("does not call a sale closed that has opened since the list was cached", () => {
    expect(saleStateNow({ saleState: "opening_soon", salesOpenAt: opensAt }, justBefore(opensAt))).toBe("opening_soon");
    expect(saleStateNow({ saleState: "opening_soon", salesOpenAt: opensAt }, opensAt)).toBe("on_sale");
    expect(saleStateNow({ saleState: "sold_out", salesOpenAt: opensAt }, opensAt)).toBe("sold_out");
  });
});
