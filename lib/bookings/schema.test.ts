import { describe, expect, it } from "vitest";
import { CreateBookingInput, ListBookingsInput } from "./schema";

const id = "0b0f3f5e-6f0a-4a39-9c9e-0d7f7ad3a1aa";
const seat = { seatIndex: 0, grade: "VIP", priceKrw: 99_000 };
const request = { bookingId: id, scheduleId: id, seats: [seat], totalKrw: 99_000, receiptMethod: "on_site" };
const accepts = (over: object) => CreateBookingInput.safeParse({ ...request, ...over }).success;

describe("CreateBookingInput", () => {
  it("takes an honest request", () => {
    expect(accepts({})).toBe(true);
  });

  it.each([
    ["no seat", { seats: [] }],
    ["a seat named twice", { seats: [seat, { ...seat, priceKrw: 1 }] }],
    [
      "more seats than a request may name",
      { seats: Array.from({ length: 21 }, (_, seatIndex) => ({ ...seat, seatIndex })) },
    ],
    ["a grade that does not exist", { seats: [{ ...seat, grade: "B" }] }],
    ["a price below nothing", { seats: [{ ...seat, priceKrw: -1 }] }],
    ["part of a won", { totalKrw: 0.5 }],
    ["a total as text", { totalKrw: "99000" }],
    ["an unknown way to receive the tickets", { receiptMethod: "pigeon" }],
    ["an id that is none", { bookingId: "1" }],
  ])("refuses %s", (_, over) => {
    expect(accepts(over)).toBe(false);
  });
});

describe("ListBookingsInput", () => {
  it("pages by twenty unless told otherwise, and by fifty at most", () => {
    expect(ListBookingsInput.parse({})).toEqual({ limit: 20 });
    expect(ListBookingsInput.parse({ limit: "50" }).limit).toBe(50);
    expect(ListBookingsInput.safeParse({ limit: 51 }).success).toBe(false);
  });
});
