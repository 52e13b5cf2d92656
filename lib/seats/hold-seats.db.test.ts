import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { createBooking } from "@/lib/bookings/create-booking";
import { bookings } from "@/lib/db/schema/bookings";
import { events, schedules } from "@/lib/db/schema/catalog";
import { tickets } from "@/lib/db/schema/tickets";
import { settings } from "@/lib/settings";
import { aBookingInput } from "@/lib/testing/booking-input";
import { testDatabase } from "@/lib/testing/database";
import { expireBooking, expireHold } from "@/lib/testing/expire";
import { readHolders, readLiveSeats, readTickets } from "@/lib/testing/seat-record";
import { aFan, aSchedule } from "@/lib/testing/world";
import { findHold } from "./find-hold";
import { holdSeats } from "./hold-seats";

const db = testDatabase();
const HOUR_MS = 3_600_000;

describe("holdSeats", () => {
  it("holds every seat asked for, until the hold's time has passed", async () => {
    const { scheduleId, priceKrw } = await aSchedule(db);
    const fan = await aFan(db);
    const before = Date.now();

    const { changes, ...hold } = await holdSeats(db, fan, { scheduleId, seatIndexes: [3, 1] });

    const seats = new Set(changes.map((change) => `${change.seatIndex} ${change.status}`));
    expect(seats).toEqual(new Set(["1 held", "3 held"]));
    expect(hold.seats).toMatchObject([
      { seatIndex: 1, section: "A", rowLabel: "1", seatNumber: "2", grade: "R", priceKrw },
      { seatIndex: 3, section: "A", rowLabel: "1", seatNumber: "4", grade: "R", priceKrw },
    ]);
    expect(hold.expiresAt.getTime()).toBeGreaterThanOrEqual(before + settings.holdTtlMs - 50);
    expect(hold.expiresAt.getTime()).toBeLessThanOrEqual(Date.now() + settings.holdTtlMs + 50);
    expect(await findHold(db, fan, scheduleId)).toEqual(hold);
  });

  it("adds to the hold there is, under one token and one end", async () => {
    const { scheduleId } = await aSchedule(db);
    const fan = await aFan(db);
    const first = await holdSeats(db, fan, { scheduleId, seatIndexes: [0] });

    const second = await holdSeats(db, fan, { scheduleId, seatIndexes: [1, 2] });

    expect(second.holdToken).toBe(first.holdToken);
    expect(second.seats.map((seat) => seat.seatIndex)).toEqual([0, 1, 2]);
    const held = (await readTickets(db, scheduleId)).filter((ticket) => ticket.status === "held");
    expect(held.map((ticket) => ticket.heldUntil)).toEqual([second.expiresAt, second.expiresAt, second.expiresAt]);
  });

  it("extends a hold when asked again, never past its longest life", async () => {
    const { scheduleId, seatIndexes } = await aSchedule(db, { seatCount: 1 });
    const fan = await aFan(db);
    await holdSeats(db, fan, { scheduleId, seatIndexes });
    const leftMs = 30_000;
    const heldSince = new Date(Date.now() - settings.holdExtendMaxMs + leftMs);
    await db.update(tickets).set({ heldSince }).where(eq(tickets.scheduleId, scheduleId));

    const again = await holdSeats(db, fan, { scheduleId, seatIndexes });

    expect(again.expiresAt.getTime()).toBe(heldSince.getTime() + settings.holdExtendMaxMs);
  });

  it("holds nothing when one of the seats is taken, and names it", async () => {
    const { scheduleId } = await aSchedule(db);
    await holdSeats(db, await aFan(db), { scheduleId, seatIndexes: [1] });

    const refused = holdSeats(db, await aFan(db), { scheduleId, seatIndexes: [0, 1, 2] });

    await expect(refused).rejects.toMatchObject({ code: "seat_unavailable", details: { seatIndexes: [1] } });
    expect((await readHolders(db, scheduleId)).filter(Boolean)).toHaveLength(1);
  });

  it("re-sells a hold that ran out before any sweeper has come", async () => {
    const { scheduleId, seatIndexes } = await aSchedule(db, { seatCount: 1 });
    const first = await holdSeats(db, await aFan(db), { scheduleId, seatIndexes });
    await expireHold(db, { scheduleId, seatIndexes });
    const next = await aFan(db);

    const second = await holdSeats(db, next, { scheduleId, seatIndexes });

    expect(second.holdToken).toBeGreaterThan(first.holdToken);
    expect(await readHolders(db, scheduleId)).toEqual([next.userId]);
  });

  it("takes over the seats of a pending booking whose time has passed, and leaves the booking itself alone", async () => {
    const schedule = await aSchedule(db, { seatCount: 2 });
    const { scheduleId } = schedule;
    const booking = await createBooking(db, await aFan(db), aBookingInput(schedule, [0, 1]));
    await expireBooking(db, booking.id);
    const next = await aFan(db);

    await holdSeats(db, next, { scheduleId, seatIndexes: [0] });

    expect(await readTickets(db, scheduleId)).toMatchObject([
      { heldBy: next.userId, bookingId: null },
      { bookingId: booking.id },
    ]);
    expect(await readLiveSeats(db, scheduleId)).toEqual([
      { bookingId: booking.id, ticketId: booking.seats[1]?.ticketId },
    ]);
    const [row] = await db.select({ status: bookings.status }).from(bookings).where(eq(bookings.id, booking.id));
    expect(row?.status).toBe("pending");
  });

  it("begins a new hold once the old one has run out", async () => {
    const { scheduleId } = await aSchedule(db);
    const fan = await aFan(db);
    const first = await holdSeats(db, fan, { scheduleId, seatIndexes: [0] });
    await expireHold(db, { scheduleId, seatIndexes: [0] });

    const second = await holdSeats(db, fan, { scheduleId, seatIndexes: [1] });

    expect(second.holdToken).not.toBe(first.holdToken);
    expect(second.seats.map((seat) => seat.seatIndex)).toEqual([1]);
  });
});

describe("holdSeats refuses", () => {
  it("a schedule that does not exist, a draft, and a seat that the hall does not have", async () => {
    const fan = await aFan(db);
    const draft = await aSchedule(db);
    await db.update(schedules).set({ status: "draft" }).where(eq(schedules.id, draft.scheduleId));
    const hidden = await aSchedule(db);
    await db.update(events).set({ status: "draft" }).where(eq(events.id, hidden.eventId));
    const { scheduleId } = await aSchedule(db, { seatCount: 1 });

    for (const input of [
      { scheduleId: randomUUID(), seatIndexes: [0] },
      { scheduleId: draft.scheduleId, seatIndexes: [0] },
      { scheduleId: hidden.scheduleId, seatIndexes: [0] },
      { scheduleId, seatIndexes: [0, 1] },
    ]) {
      await expect(holdSeats(db, fan, input)).rejects.toMatchObject({ code: "not_found" });
    }
  });

  it("before sales open, after they close, and once the schedule is cancelled", async () => {
    const fan = await aFan(db);
    const [past, soon] = [new Date(Date.now() - HOUR_MS), new Date(Date.now() + HOUR_MS)];
    const early = await aSchedule(db, { salesOpenAt: soon });
    const late = await aSchedule(db, { salesOpenAt: new Date(past.getTime() - HOUR_MS), salesCloseAt: past });
    const cancelled = await aSchedule(db);
    await db.update(schedules).set({ status: "cancelled" }).where(eq(schedules.id, cancelled.scheduleId));
    const hold = ({ scheduleId }: { scheduleId: string }) => holdSeats(db, fan, { scheduleId, seatIndexes: [0] });

    await expect(hold(early)).rejects.toMatchObject({ code: "sales_not_open" });
    await expect(hold(late)).rejects.toMatchObject({ code: "sales_closed" });
    await expect(hold(cancelled)).rejects.toMatchObject({ code: "sales_closed" });
  });

  it("seats that are sold, blocked, or in a booking of the fan's own", async () => {
    const schedule = await aSchedule(db, { seatCount: 3 });
    const { scheduleId } = schedule;
    const fan = await aFan(db);
    const booking = await createBooking(db, fan, aBookingInput(schedule, [0]));
    const seat = (seatIndex: number) => and(eq(tickets.scheduleId, scheduleId), eq(tickets.seatIndex, seatIndex));
    const nobody = { heldBy: null, holdToken: null, heldSince: null, heldUntil: null };
    await db.update(tickets).set({ status: "blocked" }).where(seat(1));
    await db
      .update(tickets)
      .set({ status: "sold", bookingId: booking.id, ...nobody })
      .where(seat(2));

    for (const seatIndex of [0, 1, 2]) {
      const refused = holdSeats(db, fan, { scheduleId, seatIndexes: [seatIndex] });
      await expect(refused).rejects.toMatchObject({ code: "seat_unavailable", details: { seatIndexes: [seatIndex] } });
    }
  });

  it("more seats than one booking may have", async () => {
    const { scheduleId } = await aSchedule(db, { seatsPerBookingMax: 2, seatsPerUserMax: 8 });
    const fan = await aFan(db);
    await holdSeats(db, fan, { scheduleId, seatIndexes: [0, 1] });

    const refused = holdSeats(db, fan, { scheduleId, seatIndexes: [2] });

    await expect(refused).rejects.toMatchObject({ code: "seat_limit_exceeded", details: { max: 2 } });
  });

  it("more seats than one person may have: held, waiting for payment and bought together", async () => {
    const schedule = await aSchedule(db, { seatsPerUserMax: 3 });
    const { scheduleId } = schedule;
    const fan = await aFan(db);
    const bought = await createBooking(db, fan, aBookingInput(schedule, [0]));
    const nobody = { heldBy: null, holdToken: null, heldSince: null, heldUntil: null };
    await db.update(bookings).set({ status: "confirmed", confirmedAt: sql`now()` }).where(eq(bookings.id, bought.id));
    await db
      .update(tickets)
      .set({ status: "sold", ...nobody })
      .where(eq(tickets.bookingId, bought.id));
    await createBooking(db, fan, aBookingInput(schedule, [1]));
    await holdSeats(db, fan, { scheduleId, seatIndexes: [2] });

    const refused = holdSeats(db, fan, { scheduleId, seatIndexes: [3] });

    await expect(refused).rejects.toMatchObject({ code: "seat_limit_exceeded", details: { max: 3 } });
  });

  it("nothing on account of seats whose time has passed", async () => {
    const schedule = await aSchedule(db, { seatsPerUserMax: 2 });
    const { scheduleId } = schedule;
    const fan = await aFan(db);
    const booking = await createBooking(db, fan, aBookingInput(schedule, [0]));
    await expireBooking(db, booking.id);
    await holdSeats(db, fan, { scheduleId, seatIndexes: [1] });
    await expireHold(db, { scheduleId, seatIndexes: [1] });

    const hold = await holdSeats(db, fan, { scheduleId, seatIndexes: [2, 3] });

    expect(hold.seats).toHaveLength(2);
  });
});
