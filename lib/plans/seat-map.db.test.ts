import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { grades, planSeats } from "@/lib/db/schema/catalog";
import { tickets } from "@/lib/db/schema/tickets";
import { testDatabase } from "@/lib/testing/database";
import { aSchedule } from "@/lib/testing/world";
import { readSeatMap, SEAT_ACCESSIBLE, SEAT_RESTRICTED_VIEW } from "./seat-map";

const db = testDatabase();

describe("readSeatMap", () => {
  it("has one entry a seat in every column, in the order of seatIndex", async () => {
    const { scheduleId, planId } = await aSchedule(db, { seatCount: 12 });

    const map = await readSeatMap(db, scheduleId);

    expect(map).toMatchObject({ scheduleId, planId, size: { width: 1_000, height: 1_000 }, sections: ["A"] });
    expect(Object.values(map.seats).map((column) => column.length)).toEqual(Array.from({ length: 8 }, () => 12));
    expect(map.seats.rowLabel.slice(9, 11)).toEqual(["1", "2"]);
    expect(map.seats.seatNumber.slice(9, 12)).toEqual(["10", "1", "2"]);
    expect(map.seats.x.slice(0, 3)).toEqual([0, 20, 40]);
  });

  it("says which seats are accessible and which have a restricted view", async () => {
    const { scheduleId, planId } = await aSchedule(db, { seatCount: 3 });
    const seat = (index: number) => and(eq(planSeats.planId, planId), eq(planSeats.seatIndex, index));
    await db.update(planSeats).set({ isAccessible: true }).where(seat(0));
    await db.update(planSeats).set({ isAccessible: true, isRestrictedView: true }).where(seat(1));

    const { seats } = await readSeatMap(db, scheduleId);

    expect(seats.flags).toEqual([SEAT_ACCESSIBLE, SEAT_ACCESSIBLE + SEAT_RESTRICTED_VIEW, 0]);
  });

  it("shows the schedule's own grades, dearest first, and points each seat to its section", async () => {
    const { scheduleId, planId } = await aSchedule(db, { seatCount: 3, grade: "S", priceKrw: 50_000 });
    await db.insert(grades).values({ scheduleId, code: "VIP", priceKrw: 150_000 });
    await db
      .update(tickets)
      .set({ section: "B", grade: "VIP" })
      .where(and(eq(tickets.scheduleId, scheduleId), eq(tickets.seatIndex, 1)));

    const map = await readSeatMap(db, scheduleId);

    expect(map.planId).toBe(planId);
    expect(map.grades).toEqual([
      { code: "VIP", priceKrw: 150_000 },
      { code: "S", priceKrw: 50_000 },
    ]);
    expect(map.seats.grade).toEqual(["S", "VIP", "S"]);
    expect(map.seats.section.map((position) => map.sections[position])).toEqual(["A", "B", "A"]);
  });

  it("knows no schedule that is not there", async () => {
    await expect(readSeatMap(db, randomUUID())).rejects.toMatchObject({ code: "not_found" });
  });
});
