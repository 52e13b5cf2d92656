import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { bookingSeats, bookings } from "@/lib/db/schema/bookings";
import { schedules } from "@/lib/db/schema/catalog";
import { tickets } from "@/lib/db/schema/tickets";
import { findHold } from "@/lib/seats/find-hold";
import { holdSeats } from "@/lib/seats/hold-seats";
import { settings } from "@/lib/settings";
import { aBookingInput } from "@/lib/testing/booking-input";
import { testDatabase } from "@/lib/testing/database";
import { expireBooking, expireHold } from "@/lib/testing/expire";
import { readLiveSeats, readTickets } from "@/lib/testing/seat-record";
import { aFan, aSchedule } from "@/lib/testing/world";
import { createBooking } from "./create-booking";

const db = testDatabase();

async function countBookings(scheduleId: string): Promise<number> {
  return db.$count(bookings, eq(bookings.scheduleId, scheduleId));
}

describe("createBooking", () => {
  it("turns the fan's hold into a pending booking that keeps its seats until the time to pay is over", async () => {
    const schedule = await aSchedule(db);
    const { scheduleId, priceKrw } = schedule;
    const fan = await aFan(db);
    const hold = await holdSeats(db, fan, { scheduleId, seatIndexes: [0, 1] });

    const booking = await createBooking(db, fan, aBookingInput(schedule, [1, 0]));

    expect(booking).toMatchObject({ status: "pending", scheduleId, totalKrw: 2 * priceKrw, receiptMethod: "mobile" });
    expect(booking.seats).toEqual(hold.seats);
    expect(booking.expiresAt.getTime() - booking.createdAt.getTime()).toBe(settings.bookingPaymentTimeoutMs);
    const kept = { status: "held", heldBy: fan.userId, heldUntil: booking.expiresAt, bookingId: booking.id };
    expect((await readTickets(db, scheduleId)).slice(0, 2)).toMatchObject([kept, kept]);
    expect(await readLiveSeats(db, scheduleId)).toHaveLength(2);
    expect(await findHold(db, fan, scheduleId)).toBeNull();
  });

  it("books a seat that nobody holds, straight away", async () => {
    const schedule = await aSchedule(db, { seatCount: 1 });

    const booking = await createBooking(db, await aFan(db), aBookingInput(schedule, [0]));

    expect(booking.seats).toHaveLength(1);
  });

  it("books a seat whose hold or pending booking has run out", async () => {
    const schedule = await aSchedule(db, { seatCount: 2 });
    const { scheduleId } = schedule;
    await holdSeats(db, await aFan(db), { scheduleId, seatIndexes: [0] });
    await expireHold(db, { scheduleId, seatIndexes: [0] });
    const old = await createBooking(db, await aFan(db), aBookingInput(schedule, [1]));
    await expireBooking(db, old.id);

    const booking = await createBooking(db, await aFan(db), aBookingInput(schedule, [0, 1]));

    const live = await readLiveSeats(db, scheduleId);
    expect(live.map((seat) => seat.bookingId)).toEqual([booking.id, booking.id]);
  });

  it("keeps the rest of the hold held, under the token it had", async () => {
    const schedule = await aSchedule(db);
    const { scheduleId } = schedule;
    const fan = await aFan(db);
    const hold = await holdSeats(db, fan, { scheduleId, seatIndexes: [0, 1] });

    await createBooking(db, fan, aBookingInput(schedule, [0]));

    expect(await findHold(db, fan, scheduleId)).toMatchObject({
      holdToken: hold.holdToken,
      seats: [{ seatIndex: 1 }],
      expiresAt: hold.expiresAt,
    });
  });

  it("gives the first answer to the same request, however its seats are ordered", async () => {
    const schedule = await aSchedule(db);
    const fan = await aFan(db);
    const input = aBookingInput(schedule, [0, 1]);
    const first = await createBooking(db, fan, input);

    const again = await createBooking(db, fan, { ...input, seats: [...input.seats].reverse() });

    expect(again).toEqual({ ...first, changes: [] });
    expect(await countBookings(schedule.scheduleId)).toBe(1);
  });

  it("gives the first answer as it is now, also once the sale is over", async () => {
    const schedule = await aSchedule(db);
    const fan = await aFan(db);
    const input = aBookingInput(schedule, [0]);
    await createBooking(db, fan, input);
    await expireBooking(db, input.bookingId);
    const salesCloseAt = sql`clock_timestamp()`;
    await db.update(schedules).set({ salesCloseAt }).where(eq(schedules.id, schedule.scheduleId));

    const again = await createBooking(db, fan, input);

    expect(again).toMatchObject({ status: "expired", endedAt: again.expiresAt });
  });
});

describe("createBooking refuses", () => {
  it("seats that another fan holds, books or has bought, and names them", async () => {
    const schedule = await aSchedule(db);
    const { scheduleId } = schedule;
    const other = await aFan(db);
    await holdSeats(db, other, { scheduleId, seatIndexes: [0] });
    await createBooking(db, other, aBookingInput(schedule, [1]));

    const refused = createBooking(db, await aFan(db), aBookingInput(schedule, [0, 1, 2]));

    await expect(refused).rejects.toMatchObject({ code: "seat_unavailable", details: { seatIndexes: [0, 1] } });
    expect(await countBookings(scheduleId)).toBe(1);
  });

  it.each([
    ["a cheaper seat", { seat: { priceKrw: 1 }, totalKrw: 1, wrong: true }],
    ["a better grade", { seat: { grade: "VIP" as const }, totalKrw: 99_000, wrong: true }],
    ["a cheaper total", { seat: {}, totalKrw: 1_000, wrong: false }],
    ["a dearer total", { seat: {}, totalKrw: 990_000, wrong: false }],
  ])("%s than the server's, tells the right price, and writes nothing", async (_, { seat, totalKrw, wrong }) => {
    const schedule = await aSchedule(db, { seatCount: 1, priceKrw: 99_000 });
    const honest = aBookingInput(schedule, [0]);
    const input = { ...honest, totalKrw, seats: honest.seats.map((sent) => ({ ...sent, ...seat })) };

    const refused = createBooking(db, await aFan(db), input);

    const seats = wrong ? [{ seatIndex: 0, priceKrw: 99_000 }] : [];
    await expect(refused).rejects.toMatchObject({ code: "price_changed", details: { seats, totalKrw: 99_000 } });
    expect(await countBookings(schedule.scheduleId)).toBe(0);
    expect(await readTickets(db, schedule.scheduleId)).toMatchObject([{ status: "available" }]);
  });

  it("the price a fan was shown before it changed", async () => {
    const schedule = await aSchedule(db, { seatCount: 2 });
    const input = aBookingInput(schedule, [0, 1]);
    const second = and(eq(tickets.scheduleId, schedule.scheduleId), eq(tickets.seatIndex, 1));
    await db.update(tickets).set({ priceKrw: 120_000 }).where(second);

    await expect(createBooking(db, await aFan(db), input)).rejects.toMatchObject({
      code: "price_changed",
      details: { seats: [{ seatIndex: 1, priceKrw: 120_000 }], totalKrw: schedule.priceKrw + 120_000 },
    });
  });

  it("more seats than a booking or a person may have", async () => {
    const schedule = await aSchedule(db, { seatsPerBookingMax: 2, seatsPerUserMax: 3 });
    const fan = await aFan(db);

    const tooMany = createBooking(db, fan, aBookingInput(schedule, [0, 1, 2]));
    await expect(tooMany).rejects.toMatchObject({ code: "seat_limit_exceeded", details: { max: 2 } });
    await createBooking(db, fan, aBookingInput(schedule, [0, 1]));
    const oneMore = createBooking(db, fan, aBookingInput(schedule, [2, 3]));

    await expect(oneMore).rejects.toMatchObject({ code: "seat_limit_exceeded", details: { max: 3 } });
  });

  it("an id that was used for anything else, or by anybody else", async () => {
    const schedule = await aSchedule(db);
    const fan = await aFan(db);
    const input = aBookingInput(schedule, [0]);
    await createBooking(db, fan, input);
    const other = aBookingInput(schedule, [1]);

    for (const reused of [
      { ...input, receiptMethod: "delivery" as const },
      { ...other, bookingId: input.bookingId },
      { ...aBookingInput(await aSchedule(db), [0]), bookingId: input.bookingId },
    ]) {
      await expect(createBooking(db, fan, reused)).rejects.toMatchObject({ code: "id_reused" });
    }
    await expect(createBooking(db, await aFan(db), input)).rejects.toMatchObject({ code: "id_reused" });
  });

  it("a schedule that is not for sale", async () => {
    const closed = await aSchedule(db, { salesOpenAt: new Date(Date.now() + 60_000) });
    const unknown = { scheduleId: randomUUID(), priceKrw: 1 };
    const fan = await aFan(db);

    await expect(createBooking(db, fan, aBookingInput(closed, [0]))).rejects.toMatchObject({ code: "sales_not_open" });
    await expect(createBooking(db, fan, aBookingInput(unknown, [0]))).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the database itself", () => {
  it("refuses a second live booking of one seat, whatever the code above it does", async () => {
    const schedule = await aSchedule(db, { seatCount: 2 });
    const first = await createBooking(db, await aFan(db), aBookingInput(schedule, [0]));
    const second = await createBooking(db, await aFan(db), aBookingInput(schedule, [1]));
    const ticketId = first.seats[0]?.ticketId ?? 0;

    const double = db.insert(bookingSeats).values({ bookingId: second.id, ticketId, grade: "R", priceKrw: 1 });

    await expect(double).rejects.toMatchObject({ cause: { constraint_name: "booking_seats_one_live_per_ticket" } });
  });
});
