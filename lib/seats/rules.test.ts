import { describe, expect, it } from "vitest";
import {
  assertOnSale,
  assertWithinLimit,
  holdUntil,
  type SaleTerms,
  seatStatusAt,
  type TicketState,
  ticketIsFree,
  ticketIsHeldBy,
  ticketIsInHoldOf,
} from "./rules";
import { HoldSeatsInput } from "./schema";

const now = new Date("2026-12-24T10:00:00.000Z");
const later = (ms: number) => new Date(now.getTime() + ms);
const held = (over: Partial<TicketState> = {}): TicketState => ({
  status: "held",
  heldBy: "fan",
  heldUntil: later(1),
  bookingId: null,
  ...over,
});

describe("ticketIsFree", () => {
  it("frees a hold at the very instant it ends", () => {
    expect(ticketIsFree(held({ heldUntil: later(1) }), now)).toBe(false);
    expect(ticketIsFree(held({ heldUntil: now }), now)).toBe(true);
  });

  it("frees nothing that is sold or blocked", () => {
    for (const status of ["sold", "blocked"] as const) {
      expect(ticketIsFree({ status, heldBy: null, heldUntil: null, bookingId: null }, now)).toBe(false);
    }
  });
});

describe("whose ticket it is", () => {
  it("is the holder's while the hold lives", () => {
    expect(ticketIsHeldBy("fan", held(), now)).toBe(true);
    expect(ticketIsHeldBy("other", held(), now)).toBe(false);
    expect(ticketIsHeldBy("fan", held({ heldUntil: now }), now)).toBe(false);
  });

  it("is no longer part of the hold once a booking has it", () => {
    expect(ticketIsInHoldOf("fan", held(), now)).toBe(true);
    expect(ticketIsInHoldOf("fan", held({ bookingId: "booking" }), now)).toBe(false);
  });
});

describe("holdUntil", () => {
  const limits = { ttlMs: 120, extendMaxMs: 600 };

  it("runs the full time from now", () => {
    expect(holdUntil({ now, heldSince: now, ...limits })).toEqual(later(120));
  });

  it("stops at the longest life of the hold", () => {
    expect(holdUntil({ now, heldSince: later(-550), ...limits })).toEqual(later(50));
  });
});

describe("assertOnSale", () => {
  const terms: SaleTerms = {
    scheduleStatus: "published",
    eventStatus: "published",
    salesOpenAt: now,
    salesCloseAt: later(10),
    seatsPerBookingMax: 4,
    seatsPerUserMax: 4,
    leavesNoOrphans: false,
  };

  it("opens at the opening instant and is closed at the closing instant", () => {
    expect(() => assertOnSale(terms, now)).not.toThrow();
    expect(() => assertOnSale(terms, later(-1))).toThrow("sales_not_open");
    expect(() => assertOnSale(terms, later(10))).toThrow("sales_closed");
  });

  it("shows nobody what is not published", () => {
    expect(() => assertOnSale(undefined, now)).toThrow("not_found");
    expect(() => assertOnSale({ ...terms, scheduleStatus: "draft" }, now)).toThrow("not_found");
    expect(() => assertOnSale({ ...terms, eventStatus: "archived" }, now)).toThrow("sales_closed");
  });
});

describe("limits and codes", () => {
  it("lets the most seats through and not one more", () => {
    expect(() => assertWithinLimit(4, 4)).not.toThrow();
    expect(() => assertWithinLimit(5, 4)).toThrow("seat_limit_exceeded");
  });

  it("reads a seat that the hall does not have as blocked", () => {
    expect(["0123"].map((codes) => [0, 1, 2, 3, 4].map((index) => seatStatusAt(codes, index)))).toEqual([
      ["available", "held", "sold", "blocked", "blocked"],
    ]);
  });

  it("refuses a request that names a seat twice, none, or too many", () => {
    const scheduleId = "0b0f3f5e-6f0a-4a39-9c9e-0d7f7ad3a1aa";
    const parses = (seatIndexes: number[]) => HoldSeatsInput.safeParse({ scheduleId, seatIndexes }).success;

    expect(parses([0, 1])).toBe(true);
    for (const seatIndexes of [[], [1, 1], [-1], [0.5], Array.from({ length: 21 }, (_, index) => index)]) {
      expect(parses(seatIndexes)).toBe(false);
    }
  });
});
