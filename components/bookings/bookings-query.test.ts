import { describe, expect, it } from "vitest";
import { BOOKING_STATUSES } from "@/lib/db/schema/bookings";
import { BOOKING_FILTERS, bookingsHref, bookingsInput, readBookingsQuery } from "./bookings-query";

const cursor = "0b8f6f0e-6c6b-4c9a-9d7e-0123456789ab";

describe("the address of my bookings", () => {
  it("shows every state under exactly one filter", () => {
    expect(Object.values(BOOKING_FILTERS).flat().sort()).toEqual([...BOOKING_STATUSES].sort());
  });

  it("reads back what it writes", () => {
    const url = new URL(bookingsHref("cancelled", cursor), "http://rowlock.test");

    expect(readBookingsQuery(Object.fromEntries(url.searchParams))).toEqual({ filter: "cancelled", cursor });
    expect(bookingsHref(null)).toBe("/bookings");
  });

  it("leaves out what nobody offered", () => {
    expect(readBookingsQuery({ status: "toString", cursor: "1; drop table" })).toEqual({ filter: null, cursor: null });
    expect(readBookingsQuery({ status: ["pending", "expired"] })).toEqual({ filter: null, cursor: null });
  });

  it("asks for cancelled and refunded bookings together", () => {
    expect(bookingsInput({ filter: "cancelled", cursor: null }).status).toEqual(["cancelled", "refunded"]);
  });
});
