import { describe, expect, it, vi } from "vitest";
import { aBookingInput } from "@/lib/testing/booking-input";
import { testDatabase } from "@/lib/testing/database";
import { aFan, aSchedule } from "@/lib/testing/world";
import { newBookingNumber } from "./booking-number";
import { createBooking } from "./create-booking";

vi.mock("./booking-number", async (original) => {
  const real = await original<typeof import("./booking-number")>();
  return { newBookingNumber: vi.fn(real.newBookingNumber) };
});

const db = testDatabase();

describe("a booking number that is already taken", () => {
  it("is drawn again without the fan noticing", async () => {
    const schedule = await aSchedule(db);
    const first = await createBooking(db, await aFan(db), aBookingInput(schedule, [0]));
    vi.mocked(newBookingNumber).mockReturnValueOnce(first.number);

    const second = await createBooking(db, await aFan(db), aBookingInput(schedule, [1]));

    expect(second.number).not.toBe(first.number);
  });
});
