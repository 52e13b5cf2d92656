import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { bookings } from "@/lib/db/schema/bookings";
import { holdSeats } from "@/lib/seats/hold-seats";
import { aBookingInput } from "@/lib/testing/booking-input";
import { testDatabase } from "@/lib/testing/database";
import { race } from "@/lib/testing/race";
import { lockRowsOf } from "@/lib/testing/row-locks";
import { readLiveSeats, readTickets } from "@/lib/testing/seat-record";
import { aFan, aSchedule } from "@/lib/testing/world";
import { createBooking } from "./create-booking";

const db = testDatabase();
const fans = (count: number) => Promise.all(Array.from({ length: count }, () => aFan(db)));

describe("createBooking", () => {
  it("makes one booking of the same request sent fifty times at once", async () => {
    const schedule = await aSchedule(db);
    const fan = await aFan(db);
    const input = aBookingInput(schedule, [0, 1]);

    const { won, lost } = await race(Array.from({ length: 50 }, () => () => createBooking(db, fan, input)));

    expect(lost).toEqual([]);
    expect(new Set(won.map((booking) => booking.number)).size).toBe(1);
    expect(await db.$count(bookings, eq(bookings.scheduleId, schedule.scheduleId))).toBe(1);
  });

  it.each([5, 100])("sells a seat that nobody holds to exactly one of %i fans", async (count) => {
    const schedule = await aSchedule(db, { seatCount: 1 });
    const crowd = await fans(count);

    const { won, lost } = await race(crowd.map((fan) => () => createBooking(db, fan, aBookingInput(schedule, [0]))));

    expect(won).toHaveLength(1);
    for (const reason of lost) expect(reason).toMatchObject({ code: "seat_unavailable" });
    expect(await readLiveSeats(db, schedule.scheduleId)).toHaveLength(1);
  });

  it("gives an id that two fans made at once to one of them", async () => {
    const schedule = await aSchedule(db);
    const [one, two] = [await aFan(db), await aFan(db)];
    const input = aBookingInput(schedule, [0]);
    const same = { ...aBookingInput(schedule, [1]), bookingId: input.bookingId };

    const { won, lost } = await race([() => createBooking(db, one, input), () => createBooking(db, two, same)]);

    expect(won).toHaveLength(1);
    expect(lost).toMatchObject([{ code: "id_reused" }]);
  });

  it("keeps one person within their limit across holds and bookings in many tabs", async () => {
    const schedule = await aSchedule(db, { seatCount: 20, seatsPerUserMax: 4 });
    const { scheduleId } = schedule;
    const fan = await aFan(db);

    await race<unknown>(
      schedule.seatIndexes.map((seatIndex) =>
        seatIndex % 2
          ? () => holdSeats(db, fan, { scheduleId, seatIndexes: [seatIndex] })
          : () => createBooking(db, fan, aBookingInput(schedule, [seatIndex])),
      ),
    );

    const mine = (await readTickets(db, scheduleId)).filter((ticket) => ticket.heldBy === fan.userId);
    expect(mine).toHaveLength(4);
  });

  it("gives a hold that ends during the wait to its holder or to the next fan, never to both", async () => {
    const schedule = await aSchedule(db, { seatCount: 1 });
    const { scheduleId, seatIndexes } = schedule;
    const [holder, next] = [await aFan(db), await aFan(db)];
    await holdSeats(db, holder, { scheduleId, seatIndexes });
    const stranger = await lockRowsOf(db, { scheduleId, seatIndexes });

    const racing = race<unknown>([
      () => createBooking(db, holder, aBookingInput(schedule, seatIndexes)),
      () => holdSeats(db, next, { scheduleId, seatIndexes }),
    ]);
    await stranger.untilWaiting(2);
    await stranger.releaseAsHoldsEnd();

    const { won, lost } = await racing;
    expect(won).toHaveLength(1);
    expect(lost).toMatchObject([{ code: "seat_unavailable" }]);
    const [ticket] = await readTickets(db, scheduleId);
    expect(await readLiveSeats(db, scheduleId)).toHaveLength(ticket?.heldBy === holder.userId ? 1 : 0);
  });
});
