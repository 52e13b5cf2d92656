import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { createBooking } from "@/lib/bookings/create-booking";
import { planSeats } from "@/lib/db/schema/catalog";
import { tickets } from "@/lib/db/schema/tickets";
import { aBookingInput } from "@/lib/testing/booking-input";
import { testDatabase } from "@/lib/testing/database";
import { expireHold } from "@/lib/testing/expire";
import { aFan, aSchedule } from "@/lib/testing/world";
import { findHold } from "./find-hold";
import { holdSeats } from "./hold-seats";
import { resolveSeats } from "./resolve-seats";
import { listTickets } from "./tickets-list";

const db = testDatabase();

/** Seat 0 held, seat 1 held until a second ago, seat 2 blocked, the rest available. */
async function aMixedSchedule() {
  const schedule = await aSchedule(db);
  const { scheduleId } = schedule;
  await holdSeats(db, await aFan(db), { scheduleId, seatIndexes: [0] });
  await holdSeats(db, await aFan(db), { scheduleId, seatIndexes: [1] });
  await expireHold(db, { scheduleId, seatIndexes: [1] });
  await db
    .update(tickets)
    .set({ status: "blocked" })
    .where(and(eq(tickets.scheduleId, scheduleId), eq(tickets.seatIndex, 2)));
  return schedule;
}

describe("findHold", () => {
  it("finds nothing of a hold that has run out, of another fan, or in a booking", async () => {
    const schedule = await aSchedule(db);
    const { scheduleId } = schedule;
    const [late, booker] = [await aFan(db), await aFan(db)];
    await holdSeats(db, late, { scheduleId, seatIndexes: [0] });
    await expireHold(db, { scheduleId, seatIndexes: [0] });
    await createBooking(db, booker, aBookingInput(schedule, [1]));

    for (const fan of [late, booker, await aFan(db)]) expect(await findHold(db, fan, scheduleId)).toBeNull();
  });
});

describe("listTickets", () => {
  it("pages through every ticket once, in order", async () => {
    const { scheduleId } = await aSchedule(db, { seatCount: 7 });
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await listTickets(db, { scheduleId, cursor, limit: 3 });
      seen.push(...page.items.map((ticket) => ticket.seatIndex));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);

    expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it("filters by what a ticket is now, and never says whose it is", async () => {
    const { scheduleId } = await aMixedSchedule();
    const indexes = async (status: "available" | "held" | "blocked") =>
      (await listTickets(db, { scheduleId, status, limit: 50 })).items.map((ticket) => ticket.seatIndex);

    expect(await indexes("held")).toEqual([0]);
    expect(await indexes("blocked")).toEqual([2]);
    expect(await indexes("available")).toEqual([1, 3, 4, 5, 6, 7, 8, 9]);
    const [first] = (await listTickets(db, { scheduleId, limit: 1 })).items;
    expect(Object.keys(first ?? {})).not.toContain("heldBy");
  });

  it("refuses a cursor that is none of ours", async () => {
    const { scheduleId } = await aSchedule(db, { seatCount: 1 });

    const refused = listTickets(db, { scheduleId, cursor: "'; drop table tickets", limit: 1 });

    await expect(refused).rejects.toMatchObject({ code: "invalid_input" });
  });
});

describe("resolveSeats", () => {
  it("knows a seat by its bare name and as it is written in Korean", async () => {
    const { scheduleId } = await aSchedule(db, { seatCount: 15 });

    expect(
      await resolveSeats(db, scheduleId, [
        { section: "A구역", row: "2열", number: 3 },
        { row: "1", number: "2번" },
        { section: "A", row: "1", number: "1" },
      ]),
    ).toEqual([12, 1, 0]);
  });

  it("refuses a seat that the hall does not have", async () => {
    const { scheduleId } = await aSchedule(db, { seatCount: 1 });
    const nowhere = { section: "B", row: "1", number: 1 };

    const refused = resolveSeats(db, scheduleId, [{ row: "1", number: 1 }, nowhere]);

    await expect(refused).rejects.toMatchObject({ code: "not_found", details: { seats: [nowhere] } });
  });

  it("refuses a name that two sections share, unless the section is named", async () => {
    const { scheduleId, planId, priceKrw } = await aSchedule(db, { seatCount: 1 });
    const twin = { seatIndex: 1, section: "B", rowLabel: "1", seatNumber: "1" };
    await db.insert(planSeats).values({ ...twin, planId, guid: "twin", category: "R", x: 0, y: 0 });
    await db.insert(tickets).values({ ...twin, scheduleId, grade: "R", priceKrw });

    await expect(resolveSeats(db, scheduleId, [{ row: "1", number: 1 }])).rejects.toMatchObject({
      code: "invalid_input",
    });
    expect(await resolveSeats(db, scheduleId, [{ section: "B", row: "1", number: 1 }])).toEqual([1]);
  });
});
