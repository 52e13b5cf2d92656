import { describe, expect, it } from "vitest";
import { BOOKING_STATUSES } from "@/lib/db/schema/bookings";
import { newBookingNumber } from "./booking-number";
import { canBecome, effectiveStatus, totalKrwOf } from "./rules";

describe("canBecome", () => {
  it("lets a pending booking be paid, cancelled or run out, and a paid one be given back", () => {
    const moves = BOOKING_STATUSES.flatMap((from) =>
      BOOKING_STATUSES.filter((to) => canBecome(from, to)).map((to) => `${from} → ${to}`),
    );

    expect(moves).toEqual([
      "pending → confirmed",
      "pending → cancelled",
      "pending → expired",
      "confirmed → cancelled",
      "confirmed → refunded",
      "cancelled → refunded",
    ]);
  });
});

describe("effectiveStatus", () => {
  const now = new Date("2026-12-24T10:00:00Z");

  it("ends a pending booking at the very instant its time is up", () => {
    expect(effectiveStatus({ status: "pending", expiresAt: new Date(now.getTime() + 1) }, now)).toBe("pending");
    expect(effectiveStatus({ status: "pending", expiresAt: now }, now)).toBe("expired");
  });

  it("leaves what is settled as it is", () => {
    expect(effectiveStatus({ status: "confirmed", expiresAt: new Date(0) }, now)).toBe("confirmed");
  });
});

describe("booking numbers and totals", () => {
  it("are easy to read out and hard to mistake", () => {
    for (let made = 0; made < 1_000; made++) {
      expect(newBookingNumber()).toMatch(/^RW-[34679ACDEFGHJKMNPQRTWXY]{4}-[34679ACDEFGHJKMNPQRTWXY]{4}$/);
    }
  });

  it("are never the same in ten thousand", () => {
    const numbers = new Set(Array.from({ length: 10_000 }, newBookingNumber));

    // 23^8 numbers: one repeat among ten thousand would happen once in 1,500 runs, two never.
    expect(numbers.size).toBeGreaterThanOrEqual(9_999);
  });

  it("add up in whole won", () => {
    expect(totalKrwOf([{ priceKrw: 99_000 }, { priceKrw: 1 }])).toBe(99_001);
    expect(totalKrwOf([])).toBe(0);
  });
});
