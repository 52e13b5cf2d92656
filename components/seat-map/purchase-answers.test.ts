import { describe, expect, it } from "vitest";
import type { Failure } from "@/lib/kernel/result";
import { bookingBody, noticeOf, refusedSeats } from "./purchase-answers";
import { parseChoice } from "./stored-choice";

const refusal = (code: Failure["code"], details: Record<string, unknown> = {}): Failure => ({
  code,
  message: "in words",
  details,
  requestId: "r",
});

describe("refusedSeats", () => {
  it("names exactly the seats that the refusal names", () => {
    expect(refusedSeats(refusal("seat_unavailable", { seatIndexes: [3, 5] }))).toEqual([3, 5]);
  });

  it("names none when something else went wrong", () => {
    expect(refusedSeats(refusal("busy", { seatIndexes: [3] }))).toEqual([]);
    expect(refusedSeats(refusal("seat_unavailable", {}))).toEqual([]);
  });
});

describe("noticeOf", () => {
  const [best, places] = [{ what: "hold_best", asked: 4 } as const, { what: "hold_general", asked: 2 } as const];

  it("says how many there are when there are not as many as asked for", () => {
    expect(noticeOf(best, refusal("no_seats_together", { largest: 3 }))).toEqual({
      ...{ what: "too_few", of: "together", asked: 4, largest: 3 },
    });
    expect(noticeOf(places, refusal("seat_unavailable", { seatIndexes: [] }))).toEqual({
      ...{ what: "too_few", of: "places", asked: 2, largest: 0 },
    });
  });

  it("names the seats that would be left alone", () => {
    const hold = { what: "hold", seats: [3] } as const;
    expect(noticeOf(hold, refusal("would_leave_orphan", { seatIndexes: [4] }))).toEqual({ what: "orphan", seats: [4] });
  });

  it("says the limit that the server named", () => {
    expect(noticeOf(best, refusal("seat_limit_exceeded", { max: 4 }))).toEqual({
      ...{ what: "limit_with_bookings", max: 4 },
    });
  });

  it("passes on the server's own words for all else", () => {
    expect(noticeOf(best, refusal("busy"))).toEqual({ what: "failed", message: "in words" });
    expect(noticeOf(best, refusal("would_leave_orphan"))).toEqual({ what: "failed", message: "in words" });
  });
});

describe("bookingBody", () => {
  it("asks for every held seat at the server's own price", () => {
    const seat = { ticketId: 1, section: "A", rowLabel: "1", seatNumber: "1", grade: "R" } as const;
    const seats = [
      { ...seat, seatIndex: 4, priceKrw: 99_000 },
      { ...seat, seatIndex: 5, priceKrw: 66_000 },
    ];

    expect(bookingBody("s", { holdToken: 1, seats, expiresAt: new Date(0) })).toEqual({
      scheduleId: "s",
      seats: [
        { seatIndex: 4, grade: "R", priceKrw: 99_000 },
        { seatIndex: 5, grade: "R", priceKrw: 66_000 },
      ],
      totalKrw: 165_000,
    });
  });
});

describe("parseChoice", () => {
  it("reads what was written and nothing else", () => {
    expect(parseChoice("[3,5,3]")).toEqual([3, 5]);
    for (const stored of [null, "", "{", "5", '{"a":1}', '["x",-1,1.5,null]']) expect(parseChoice(stored)).toEqual([]);
  });
});
