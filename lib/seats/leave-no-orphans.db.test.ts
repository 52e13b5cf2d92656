import { and, eq, inArray, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { createBooking } from "@/lib/bookings/create-booking";
import { planSeats, schedules } from "@/lib/db/schema/catalog";
import { tickets } from "@/lib/db/schema/tickets";
import type { Actor } from "@/lib/kernel/actor";
import { aBookingInput } from "@/lib/testing/booking-input";
import { testDatabase } from "@/lib/testing/database";
import { expireHold } from "@/lib/testing/expire";
import { aGate } from "@/lib/testing/gate";
import { race } from "@/lib/testing/race";
import { readHolders } from "@/lib/testing/seat-record";
import { aFan, aSchedule } from "@/lib/testing/world";
import { holdSeats } from "./hold-seats";
import { assertLeavesNoOrphans } from "./leave-no-orphans";

const db = testDatabase();

/** One row of `seatCount` seats; more than ten go on in the next row. */
async function aCarefulSchedule(options: { seatCount?: number } = {}) {
  const schedule = await aSchedule(db, options);
  await db.update(schedules).set({ leavesNoOrphans: true }).where(eq(schedules.id, schedule.scheduleId));
  return schedule;
}

const orphan = (...seatIndexes: number[]) => ({ code: "would_leave_orphan", details: { seatIndexes } });

describe("a schedule that leaves no orphans", () => {
  it("refuses a hold that leaves one seat alone, names that seat and holds nothing", async () => {
    const { scheduleId } = await aCarefulSchedule();

    const refused = holdSeats(db, await aFan(db), { scheduleId, seatIndexes: [1, 2] });

    await expect(refused).rejects.toMatchObject(orphan(0));
    expect((await readHolders(db, scheduleId)).filter(Boolean)).toEqual([]);
  });

  it("refuses it in the rows where it happens and lets the other rows be", async () => {
    const { scheduleId } = await aCarefulSchedule({ seatCount: 20 });

    const refused = holdSeats(db, await aFan(db), { scheduleId, seatIndexes: [0, 1, 17, 18] });

    await expect(refused).rejects.toMatchObject(orphan(19));
  });

  it("sees an aisle as the end of the seats", async () => {
    const { scheduleId, planId } = await aCarefulSchedule();
    const beyondTheAisle = and(eq(planSeats.planId, planId), inArray(planSeats.seatIndex, [5, 6, 7, 8, 9]));
    await db
      .update(planSeats)
      .set({ x: sql`${planSeats.x} + 40` })
      .where(beyondTheAisle);

    const refused = holdSeats(db, await aFan(db), { scheduleId, seatIndexes: [2, 3] });

    await expect(refused).rejects.toMatchObject(orphan(4));
  });

  it("lets a gap of one more than is wanted be taken, since one must stay", async () => {
    const { scheduleId } = await aCarefulSchedule({ seatCount: 5 });
    await holdSeats(db, await aFan(db), { scheduleId, seatIndexes: [0, 1] });

    const hold = await holdSeats(db, await aFan(db), { scheduleId, seatIndexes: [2, 3] });

    expect(hold.seats).toHaveLength(2);
  });

  it("lets a fan hold the same seats longer, and judges what they add together with what they have", async () => {
    const { scheduleId } = await aCarefulSchedule();
    const fan = await aFan(db);
    await holdSeats(db, fan, { scheduleId, seatIndexes: [2] });

    const again = await holdSeats(db, fan, { scheduleId, seatIndexes: [2] });
    const refused = holdSeats(db, fan, { scheduleId, seatIndexes: [1] });

    expect(again.seats).toHaveLength(1);
    await expect(refused).rejects.toMatchObject(orphan(0));
    expect((await holdSeats(db, fan, { scheduleId, seatIndexes: [0, 1] })).seats).toHaveLength(3);
  });

  it("counts a seat whose hold has run out as free", async () => {
    const { scheduleId } = await aCarefulSchedule();
    await holdSeats(db, await aFan(db), { scheduleId, seatIndexes: [0, 1, 2] });
    await expireHold(db, { scheduleId, seatIndexes: [2] });

    const refused = holdSeats(db, await aFan(db), { scheduleId, seatIndexes: [3, 4] });

    await expect(refused).rejects.toMatchObject(orphan(2));
  });

  it("judges a booking made straight, and not one made out of a hold", async () => {
    const schedule = await aCarefulSchedule();
    const { scheduleId } = schedule;
    const fan = await aFan(db);

    await expect(createBooking(db, fan, aBookingInput(schedule, [8]))).rejects.toMatchObject(orphan(9));
    await holdSeats(db, fan, { scheduleId, seatIndexes: [7, 8, 9] });

    expect((await createBooking(db, fan, aBookingInput(schedule, [8]))).seats).toHaveLength(1);
  });

  it("leaves others as they were: any choice goes", async () => {
    const { scheduleId } = await aSchedule(db);

    expect((await holdSeats(db, await aFan(db), { scheduleId, seatIndexes: [1, 3] })).seats).toHaveLength(2);
  });
});

describe("two fans at once who together would leave seat 5 alone", () => {
  const pairs = [
    [3, 4],
    [6, 7],
  ];

  it("do not both get their way", async () => {
    for (const { scheduleId } of await Promise.all(Array.from({ length: 8 }, () => aCarefulSchedule()))) {
      const wishes = await Promise.all(pairs.map(async (seatIndexes) => ({ seatIndexes, fan: await aFan(db) })));

      const { won, lost } = await race(
        wishes.map(
          ({ seatIndexes, fan }) =>
            () =>
              holdSeats(db, fan, { scheduleId, seatIndexes }),
        ),
      );

      expect(won).toHaveLength(1);
      expect(lost).toMatchObject([orphan(5)]);
    }
  });

  // Negative control: both have looked at the row before either has written.
  it("both get their way when the row is not locked", async () => {
    const { scheduleId } = await aCarefulSchedule();
    const bothHaveLooked = aGate();
    let looked = 0;
    const holdWithoutRowLock = (fan: Actor, seatIndexes: number[]) => () =>
      db.transaction(async (tx) => {
        const seats = and(eq(tickets.scheduleId, scheduleId), inArray(tickets.seatIndex, seatIndexes));
        const requested = await tx.select().from(tickets).where(seats).orderBy(tickets.id).for("update");
        await assertLeavesNoOrphans(tx, { requested, hold: [], now: new Date() });
        looked += 1;
        if (looked === pairs.length) bothHaveLooked.open();
        await bothHaveLooked.opened;
        const [heldSince, heldUntil] = [new Date(), new Date(Date.now() + 60_000)];
        await tx
          .update(tickets)
          .set({ status: "held", heldBy: fan.userId, holdToken: 1, heldSince, heldUntil })
          .where(seats);
      });
    const fans = await Promise.all(pairs.map(() => aFan(db)));

    await race(fans.map((fan, i) => holdWithoutRowLock(fan, pairs[i] ?? [])));

    const holders = await readHolders(db, scheduleId);
    expect(holders.map((holder) => holder !== null).slice(3, 8)).toEqual([true, true, false, true, true]);
  });
});
