import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/kernel/errors";
import { testDatabase } from "@/lib/testing/database";
import { aSchedule } from "@/lib/testing/world";
import { refusingByName } from "./seat-names";

const db = testDatabase();

async function refusalOf(error: unknown): Promise<unknown> {
  const { scheduleId } = await aSchedule(db);
  const named = [
    { section: "A구역", row: "1열", number: 3 },
    { row: "1", number: "4" },
  ];
  const request = { scheduleId, named, seatIndexes: [2, 3] };
  return refusingByName(db, request, () => Promise.reject(error)).catch((refusal: unknown) => refusal);
}

describe("refusingByName", () => {
  it("names seats that were asked for as the client wrote them", async () => {
    const refusal = await refusalOf(new AppError("seat_unavailable", { seatIndexes: [3] }));

    expect(refusal).toMatchObject({ code: "seat_unavailable", details: { seats: [{ row: "1", number: "4" }] } });
    expect(refusal).not.toHaveProperty("details.seatIndexes");
  });

  it("names seats that would be left alone by their own names", async () => {
    const refusal = await refusalOf(new AppError("would_leave_orphan", { seatIndexes: [1, 4] }));

    expect(refusal).toMatchObject({
      code: "would_leave_orphan",
      details: {
        seats: [
          { section: "A", row: "1열", number: 2 },
          { section: "A", row: "1열", number: 5 },
        ],
      },
    });
    expect(refusal).not.toHaveProperty("details.seatIndexes");
  });

  it("names seats whose price has changed, with their right price", async () => {
    const repriced = { seatIndex: 3, grade: "VIP", priceKrw: 150_000 };
    const refusal = await refusalOf(new AppError("price_changed", { seats: [repriced], totalKrw: 150_000 }));

    expect(refusal).toMatchObject({
      code: "price_changed",
      details: { seats: [{ row: "1", number: "4", grade: "VIP", price: 150_000 }], totalKrw: 150_000 },
    });
    expect(refusal).not.toHaveProperty("details.seats.0.seatIndex");
  });

  it("passes on what names no seats, and what is no refusal", async () => {
    const [limit, fault] = [new AppError("seat_limit_exceeded", { max: 4 }), new Error("broken")];

    expect(await refusalOf(limit)).toBe(limit);
    expect(await refusalOf(fault)).toBe(fault);
  });
});
