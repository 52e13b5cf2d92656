import { describe, expect, it } from "vitest";
import { createBooking } from "@/lib/bookings/create-booking";
import { aBookingInput } from "@/lib/testing/booking-input";
import { testDatabase } from "@/lib/testing/database";
import { expireHold } from "@/lib/testing/expire";
import { race } from "@/lib/testing/race";
import { readHolders, readTickets } from "@/lib/testing/seat-record";
import { aFan, aSchedule } from "@/lib/testing/world";
import { findHold } from "./find-hold";
import { holdSeats } from "./hold-seats";
import { releaseSeats } from "./release-seats";

const db = testDatabase();

describe("releaseSeats", () => {
  it("gives back the seats named and keeps the rest of the hold", async () => {
    const { scheduleId } = await aSchedule(db);
    const fan = await aFan(db);
    await holdSeats(db, fan, { scheduleId, seatIndexes: [0, 1, 2] });

    const released = await releaseSeats(db, fan, { scheduleId, seatIndexes: [2, 0] });

    expect(released.releasedSeatIndexes).toEqual([0, 2]);
    expect(released.changes).toMatchObject([{ status: "available" }, { status: "available" }]);
    expect((await findHold(db, fan, scheduleId))?.seats.map((seat) => seat.seatIndex)).toEqual([1]);
  });

  it("gives back the whole hold when no seat is named, and nothing the second time", async () => {
    const { scheduleId } = await aSchedule(db);
    const fan = await aFan(db);
    await holdSeats(db, fan, { scheduleId, seatIndexes: [0, 1] });

    expect(await releaseSeats(db, fan, { scheduleId })).toMatchObject({ releasedSeatIndexes: [0, 1] });
    expect(await releaseSeats(db, fan, { scheduleId })).toEqual({ releasedSeatIndexes: [], changes: [] });
    expect(await findHold(db, fan, scheduleId)).toBeNull();
  });

  it("gives back the live hold also when an older one of the same fan has not been swept", async () => {
    const { scheduleId } = await aSchedule(db);
    const fan = await aFan(db);
    await holdSeats(db, fan, { scheduleId, seatIndexes: [0] });
    await expireHold(db, { scheduleId, seatIndexes: [0] });
    await holdSeats(db, fan, { scheduleId, seatIndexes: [1] });

    await releaseSeats(db, fan, { scheduleId });

    expect(await readHolders(db, scheduleId)).toEqual(Array(10).fill(null));
  });

  it("never frees a seat of another fan", async () => {
    const { scheduleId } = await aSchedule(db);
    const holder = await aFan(db);
    await holdSeats(db, holder, { scheduleId, seatIndexes: [0] });

    expect(await releaseSeats(db, await aFan(db), { scheduleId, seatIndexes: [0] })).toEqual({
      releasedSeatIndexes: [],
      changes: [],
    });
    expect((await readHolders(db, scheduleId))[0]).toBe(holder.userId);
  });

  it("never frees a seat that was the fan's and has since gone to another", async () => {
    const { scheduleId, seatIndexes } = await aSchedule(db, { seatCount: 1 });
    const [late, next] = [await aFan(db), await aFan(db)];
    await holdSeats(db, late, { scheduleId, seatIndexes });
    await expireHold(db, { scheduleId, seatIndexes });
    await holdSeats(db, next, { scheduleId, seatIndexes });

    await releaseSeats(db, late, { scheduleId });

    expect(await readHolders(db, scheduleId)).toEqual([next.userId]);
  });

  it("never frees a seat that waits for payment", async () => {
    const schedule = await aSchedule(db, { seatCount: 2 });
    const fan = await aFan(db);
    await holdSeats(db, fan, { scheduleId: schedule.scheduleId, seatIndexes: [0, 1] });
    const booking = await createBooking(db, fan, aBookingInput(schedule, [0]));

    expect(await releaseSeats(db, fan, { scheduleId: schedule.scheduleId })).toMatchObject({
      releasedSeatIndexes: [1],
    });
    expect((await readTickets(db, schedule.scheduleId))[0]).toMatchObject({ status: "held", bookingId: booking.id });
  });

  it("leaves each seat to the new fan or to nobody when it is taken over meanwhile", async () => {
    const { scheduleId, seatIndexes } = await aSchedule(db, { seatCount: 4 });
    for (let round = 0; round < 10; round++) {
      const [late, next] = [await aFan(db), await aFan(db)];
      await holdSeats(db, late, { scheduleId, seatIndexes });
      await expireHold(db, { scheduleId, seatIndexes });

      const { lost } = await race<unknown>([
        () => holdSeats(db, next, { scheduleId, seatIndexes: [...seatIndexes].reverse() }),
        () => releaseSeats(db, late, { scheduleId }),
      ]);

      expect(lost).toEqual([]);
      expect(new Set(await readHolders(db, scheduleId))).toEqual(new Set([next.userId]));
      await releaseSeats(db, next, { scheduleId });
    }
  });
});
