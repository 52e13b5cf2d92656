import { randomUUID } from "node:crypto";
import type { CreateBookingInput } from "@/lib/bookings/schema";
import type { TestSchedule } from "./world";

/** An honest request for these seats at the price they have. */
export function aBookingInput(
  schedule: Pick<TestSchedule, "scheduleId" | "priceKrw">,
  seatIndexes: readonly number[],
): CreateBookingInput {
  const seats = seatIndexes.map((seatIndex) => ({ seatIndex, grade: "R" as const, priceKrw: schedule.priceKrw }));
  return {
    bookingId: randomUUID(),
    scheduleId: schedule.scheduleId,
    seats,
    totalKrw: seats.length * schedule.priceKrw,
    receiptMethod: "mobile",
  };
}
