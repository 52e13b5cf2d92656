import { describe, expect, it } from "vitest";
import { packAvailability, unpackAvailability } from "./availability-wire";

const availability = { scheduleId: "schedule", version: "v", statuses: "0123012", asOf: "2026-12-24T10:30:00.000Z" };

describe("unpackAvailability", () => {
  it("gives back what was packed, the seats that do not fill a byte included", () => {
    expect(unpackAvailability(packAvailability(availability))).toEqual(availability);
  });

  it("refuses an answer that was cut short rather than showing half a hall", () => {
    const packed = packAvailability(availability);
    expect(() => unpackAvailability({ ...packed, seats: packed.seats.slice(0, 2) })).toThrow(RangeError);
  });
});
