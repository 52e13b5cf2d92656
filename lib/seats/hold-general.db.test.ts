import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { audit } from "@/lib/audit/audit";
import { createBooking } from "@/lib/bookings/create-booking";
import { tickets } from "@/lib/db/schema/tickets";
import type { Actor } from "@/lib/kernel/actor";
import { aBookingInput } from "@/lib/testing/booking-input";
import { testDatabase } from "@/lib/testing/database";
import { expireBooking, expireHold } from "@/lib/testing/expire";
import { race } from "@/lib/testing/race";
import { lockRowsOf } from "@/lib/testing/row-locks";
import { readHolders, readLiveSeats, readTickets } from "@/lib/testing/seat-record";
import { aStandingShow } from "@/lib/testing/standing-show";
import { aFan } from "@/lib/testing/world";
import { findHold } from "./find-hold";
import { holdGeneral } from "./hold-general";
import { holdSeats } from "./hold-seats";

const db = testDatabase();
const area = "Standing";

const fans = (count: number) => Promise.all(Array.from({ length: count }, () => aFan(db)));

/** What taking places would be without a row lock: look which are free, then write. */
async function checkThenHold(actor: Actor, scheduleId: string): Promise<number> {
  const [place] = await db
    .select()
    .from(tickets)
    .where(and(eq(tickets.scheduleId, scheduleId), eq(tickets.status, "available")))
    .orderBy(tickets.seatIndex)
    .limit(1);
  if (!place) throw new Error("sold out");
  const heldUntil = sql`clock_timestamp() + interval '2 minutes'`;
  await db
    .update(tickets)
    .set({ status: "held", heldBy: actor.userId, holdToken: 1, heldSince: sql`clock_timestamp()`, heldUntil })
    .where(eq(tickets.id, place.id));
  return place.id;
}

describe("holdGeneral", () => {
  it("holds the lowest numbers of entry that are free, as one hold", async () => {
    const { scheduleId } = await aStandingShow(db);
    await holdGeneral(db, await aFan(db), { scheduleId, area, count: 2 });
    const fan = await aFan(db);

    const { changes, ...hold } = await holdGeneral(db, fan, { scheduleId, area, count: 3 });

    expect(changes.map((change) => change.seatIndex)).toEqual(hold.seats.map((seat) => seat.seatIndex));
    expect(hold.seats.map((seat) => seat.seatNumber)).toEqual(["3", "4", "5"]);
    expect(await findHold(db, fan, scheduleId)).toEqual(hold);
  });

  it("is safe to repeat, adds only what is missing, and shares the token and the end of the fan's hold", async () => {
    const { scheduleId } = await aStandingShow(db, { seated: 5 });
    const fan = await aFan(db);
    const seated = await holdSeats(db, fan, { scheduleId, seatIndexes: [0] });
    await holdGeneral(db, fan, { scheduleId, area, count: 2 });

    await holdGeneral(db, fan, { scheduleId, area, count: 2 });
    const { changes, ...hold } = await holdGeneral(db, fan, { scheduleId, area, count: 3 });

    expect(changes.map((change) => change.seatIndex).sort()).toEqual([0, 5, 6, 7]);
    expect(hold.holdToken).toBe(seated.holdToken);
    expect(hold.seats.map((seat) => seat.seatIndex)).toEqual([0, 5, 6, 7]);
    expect(await findHold(db, fan, scheduleId)).toEqual(hold);
  });

  it("sells places again whose hold or pending booking has run out", async () => {
    const schedule = await aStandingShow(db, { capacity: 3 });
    const { scheduleId } = schedule;
    const booking = await createBooking(db, await aFan(db), aBookingInput(schedule, [0]));
    await holdGeneral(db, await aFan(db), { scheduleId, area, count: 2 });
    await expireBooking(db, booking.id);
    await expireHold(db, { scheduleId, seatIndexes: [1, 2] });
    const next = await aFan(db);

    await holdGeneral(db, next, { scheduleId, area, count: 3 });

    expect(await readHolders(db, scheduleId)).toEqual([next.userId, next.userId, next.userId]);
    expect(await readLiveSeats(db, scheduleId)).toEqual([]);
  });

  it("refuses more than are left and says how many are, and holds nothing", async () => {
    const { scheduleId } = await aStandingShow(db, { capacity: 4 });
    await holdGeneral(db, await aFan(db), { scheduleId, area, count: 2 });

    const refused = holdGeneral(db, await aFan(db), { scheduleId, area, count: 3 });
    await expect(refused).rejects.toMatchObject({ code: "no_seats_together", details: { largest: 2 } });
    await holdGeneral(db, await aFan(db), { scheduleId, area, count: 2 });
    const soldOut = holdGeneral(db, await aFan(db), { scheduleId, area, count: 1 });

    await expect(soldOut).rejects.toMatchObject({ code: "seat_unavailable" });
  });

  it("refuses an area that is not there, seats that are no such area, and more than the limits", async () => {
    const { scheduleId } = await aStandingShow(db, { seated: 5 });
    const fan = await aFan(db);

    for (const unknown of ["Nowhere", "A"]) {
      const refused = holdGeneral(db, fan, { scheduleId, area: unknown, count: 1 });
      await expect(refused).rejects.toMatchObject({ code: "not_found" });
    }
    const tooMany = holdGeneral(db, fan, { scheduleId, area, count: 5 });
    await expect(tooMany).rejects.toMatchObject({ code: "seat_limit_exceeded", details: { max: 4 } });
    await holdSeats(db, fan, { scheduleId, seatIndexes: [0, 1] });
    const withTheOthers = holdGeneral(db, fan, { scheduleId, area, count: 3 });
    await expect(withTheOthers).rejects.toMatchObject({ code: "seat_limit_exceeded", details: { max: 4 } });
  });

  it("passes by a place that somebody stands on, and waits for it when it is the last", async () => {
    const { scheduleId } = await aStandingShow(db, { capacity: 2 });
    const stranger = await lockRowsOf(db, { scheduleId, seatIndexes: [0] });

    const first = await holdGeneral(db, await aFan(db), { scheduleId, area, count: 1 });
    const waiting = holdGeneral(db, await aFan(db), { scheduleId, area, count: 1 });
    await stranger.untilWaiting(1);
    await stranger.release();

    expect(first.seats.map((seat) => seat.seatNumber)).toEqual(["2"]);
    expect((await waiting).seats.map((seat) => seat.seatNumber)).toEqual(["1"]);
  });
});

describe("an area of fifty", () => {
  it("takes in exactly fifty of a hundred fans who come at once", async () => {
    const { scheduleId } = await aStandingShow(db, { capacity: 50 });
    const crowd = await fans(100);

    const { won, lost } = await race(crowd.map((fan) => () => holdGeneral(db, fan, { scheduleId, area, count: 1 })));

    expect(won).toHaveLength(50);
    for (const reason of lost) expect(reason).toMatchObject({ code: "seat_unavailable" });
    expect(new Set(await readHolders(db, scheduleId)).size).toBe(50);
    expect(await audit(db, { scheduleIds: [scheduleId] })).toEqual([]);
  });

  it("is never oversold to parties, who come in whole or not at all", async () => {
    const { scheduleId } = await aStandingShow(db, { capacity: 50 });
    const parties = (await fans(40)).map((fan, i) => ({ fan, count: 1 + (i % 4) }));

    const { won, lost } = await race(
      parties.map(
        ({ fan, count }) =>
          () =>
            holdGeneral(db, fan, { scheduleId, area, count }),
      ),
    );

    const held = (await readTickets(db, scheduleId)).filter((ticket) => ticket.status === "held");
    expect(held).toHaveLength(won.reduce((sum, hold) => sum + hold.seats.length, 0));
    expect(held.length).toBeGreaterThan(46);
    for (const reason of lost)
      expect(["seat_unavailable", "no_seats_together"]).toContain(Reflect.get(Object(reason), "code"));
    for (const { fan, count } of parties) {
      expect([0, count]).toContain(held.filter((ticket) => ticket.heldBy === fan.userId).length);
    }
  });

  // Negative control: without the row lock several fans are let in on one place.
  it("lets in more than it has places for when the row lock is left out", async () => {
    const { scheduleId } = await aStandingShow(db, { capacity: 50 });
    const crowd = await fans(100);

    const { won } = await race(crowd.map((fan) => () => checkThenHold(fan, scheduleId)));

    expect(won.length).toBeGreaterThan(new Set(won).size);
  });
});
