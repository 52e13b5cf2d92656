import { describe, expect, it } from "vitest";
import { bookingBody, refusedSeats } from "./purchase-answers";
import { parseChoice } from "./stored-choice";

const refusal = (code: "seat_unavailable" | "busy", details: Record<string, unknown>) =>
  ({ code, message: "", details, requestId: "r" }) as const;

describe("refusedSeats", () => {
  it("names exactly the seats that the refusal names", () => {
    expect(refusedSeats(refusal("seat_unavailable", { seatIndexes: [3, 5] }))).toEqual([3, 5]);
  });

  it("names none when something else went wrong", () => {
    expect(refusedSeats(refusal("busy", { seatIndexes: [3] }))).toEqual([]);
    expect(refusedSeats(refusal("seat_unavailable", {}))).toEqual([]);
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
