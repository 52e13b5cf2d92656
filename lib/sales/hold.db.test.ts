import { describe, expect, it } from "vitest";
import { lockKeys, withLock } from "@/lib/redis/lock";
import { readAvailability } from "@/lib/seats/availability";
import { findHold } from "@/lib/seats/find-hold";
import { holdSeats } from "@/lib/seats/hold-seats";
import { aBookingInput } from "@/lib/testing/booking-input";
import { testDatabase } from "@/lib/testing/database";
import { aGate } from "@/lib/testing/gate";
import { race } from "@/lib/testing/race";
import { absentRedis, testRedis } from "@/lib/testing/redis";
import { readHolders, readLiveSeats, readTickets } from "@/lib/testing/seat-record";
import { aFan, aSchedule } from "@/lib/testing/world";
import { createBookingSafely } from "./book";
import { holdSeatsSafely } from "./hold";
import { releaseSeatsSafely } from "./release";

const db = testDatabase();
const services = { db, readDb: db, redis: testRedis() };
const withoutRedis = { db, readDb: db, redis: absentRedis };

const fans = (count: number) => Promise.all(Array.from({ length: count }, () => aFan(db)));

/** Somebody else who stands between their lock and their commit, on one seat. */
async function aStrangerTrying(scheduleId: string, ticketId: number) {
  const [locked, letGo] = [aGate(), aGate()];
  const request = { kind: "seat", keys: [lockKeys.seat(scheduleId, ticketId)], leaseMs: 15_000 } as const;
  const stranger = { ownerId: (await aFan(db)).userId, refusal: "seat_unavailable" } as const;
  const trying = withLock(services.redis, { ...request, ...stranger }, async () => {
    locked.open();
    await letGo.opened;
  });
  await locked.opened;
  return async () => {
    letGo.open();
    await trying;
  };
}

describe.each([
  ["through the Redis lock", services],
  ["without Redis", withoutRedis],
])("one seat %s", (_, chosen) => {
  it.each([5, 100])("goes to exactly one of %i fans, and the others hear at once that it is taken", async (count) => {
    const { scheduleId, seatIndexes } = await aSchedule(db, { seatCount: 1 });
    const crowd = await fans(count);

    const { won, lost } = await race(
      crowd.map((fan) => () => holdSeatsSafely(chosen, fan, { scheduleId, seatIndexes })),
    );

    expect(won).toHaveLength(1);
    expect(lost).toHaveLength(count - 1);
    for (const reason of lost) expect(reason).toMatchObject({ code: "seat_unavailable", details: { seatIndexes } });
  });

  it("is booked by exactly one of 100 fans", async () => {
    const schedule = await aSchedule(db, { seatCount: 1 });
    const crowd = await fans(100);

    const { won } = await race(
      crowd.map((fan) => () => createBookingSafely(chosen, fan, aBookingInput(schedule, [0]))),
    );

    expect(won).toHaveLength(1);
    expect(await readLiveSeats(db, schedule.scheduleId)).toHaveLength(1);
  });

  it("gives one booking to one request sent fifty times at once", async () => {
    const schedule = await aSchedule(db);
    const fan = await aFan(db);
    const input = aBookingInput(schedule, [0, 1]);

    const { won, lost } = await race(Array.from({ length: 50 }, () => () => createBookingSafely(chosen, fan, input)));

    expect(lost).toEqual([]);
    expect(new Set(won.map((booking) => booking.number)).size).toBe(1);
  });

  it("shows on the map as soon as it is held, booked or released", async () => {
    const schedule = await aSchedule(db, { seatCount: 2 });
    const { scheduleId } = schedule;
    const fan = await aFan(db);
    const map = async () => (await readAvailability(chosen, scheduleId)).statuses;
    const seen = [await map()];

    await holdSeatsSafely(chosen, fan, { scheduleId, seatIndexes: [0, 1] });
    seen.push(await map());
    await createBookingSafely(chosen, fan, aBookingInput(schedule, [0]));
    await releaseSeatsSafely(chosen, fan, { scheduleId });
    seen.push(await map());

    expect(seen).toEqual(["00", "11", "10"]);
  });
});

describe("the Redis lock", () => {
  it("refuses whoever comes second without asking the database for a transaction", async () => {
    const { scheduleId, seatIndexes } = await aSchedule(db, { seatCount: 1 });
    const [ticket] = await readTickets(db, scheduleId);
    const letGo = await aStrangerTrying(scheduleId, ticket?.id ?? 0);

    const refused = holdSeatsSafely(services, await aFan(db), { scheduleId, seatIndexes });

    await expect(refused).rejects.toMatchObject({ code: "seat_unavailable", details: { seatIndexes } });
    expect(await readHolders(db, scheduleId)).toEqual([null]);
    await letGo();
  });

  it("never keeps a holder from extending, booking or giving back their own seat", async () => {
    const schedule = await aSchedule(db, { seatCount: 2 });
    const { scheduleId } = schedule;
    const fan = await aFan(db);
    const hold = await holdSeats(db, fan, { scheduleId, seatIndexes: [0, 1] });
    const [first, second] = hold.seats.map((seat) => seat.ticketId);
    const releases = [await aStrangerTrying(scheduleId, first ?? 0), await aStrangerTrying(scheduleId, second ?? 0)];

    await holdSeatsSafely(services, fan, { scheduleId, seatIndexes: [0, 1] });
    const booking = await createBookingSafely(services, fan, aBookingInput(schedule, [0]));
    const released = await releaseSeatsSafely(services, fan, { scheduleId });

    expect(booking.status).toBe("pending");
    expect(released).toEqual({ releasedSeatIndexes: [1] });
    for (const letGo of releases) await letGo();
  });

  it("is gone once the hold stands, so that the seat is free for others when it is released", async () => {
    const { scheduleId, seatIndexes } = await aSchedule(db, { seatCount: 1 });
    const [first, second] = [await aFan(db), await aFan(db)];
    await holdSeatsSafely(services, first, { scheduleId, seatIndexes });
    await releaseSeatsSafely(services, first, { scheduleId });

    await holdSeatsSafely(services, second, { scheduleId, seatIndexes });

    expect(await findHold(db, second, scheduleId)).not.toBeNull();
  });
});
