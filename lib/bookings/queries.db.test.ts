import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { bookings } from "@/lib/db/schema/bookings";
import { payments } from "@/lib/db/schema/payments";
import type { Actor } from "@/lib/kernel/actor";
import { aBookingInput } from "@/lib/testing/booking-input";
import { testDatabase } from "@/lib/testing/database";
import { expireBooking } from "@/lib/testing/expire";
import { aFan, aSchedule } from "@/lib/testing/world";
import { createBooking } from "./create-booking";
import { findBooking, listBookings } from "./queries";

const db = testDatabase();

async function aFanWithBookings(count: number): Promise<{ fan: Actor; ids: string[] }> {
  const schedule = await aSchedule(db, { seatCount: count, seatsPerUserMax: count });
  const fan = await aFan(db);
  const ids: string[] = [];
  for (const seatIndex of schedule.seatIndexes) {
    ids.push((await createBooking(db, fan, aBookingInput(schedule, [seatIndex]))).id);
  }
  return { fan, ids };
}

async function readAll(fan: Actor, limit: number): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listBookings(db, fan, { cursor, limit });
    ids.push(...page.items.map((booking) => booking.id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return ids;
}

describe("findBooking", () => {
  it("tells the fan everything about their booking and its latest payment", async () => {
    const schedule = await aSchedule(db);
    const fan = await aFan(db);
    const { changes: _, ...booking } = await createBooking(db, fan, aBookingInput(schedule, [0, 1]));
    const attempt = { bookingId: booking.id, userId: fan.userId, amountKrw: booking.totalKrw };
    await db.insert(payments).values([
      { ...attempt, id: randomUUID(), method: "card", status: "declined", reason: "lost_card", createdAt: new Date(1) },
      { ...attempt, id: randomUUID(), method: "points", status: "processing", createdAt: new Date(2) },
    ]);

    expect(await findBooking(db, fan, booking.id)).toMatchObject({
      ...booking,
      event: { titleEn: "Test Event", category: "concert" },
      schedule: { id: schedule.scheduleId },
      venue: { nameEn: "Test Hall", timeZone: "Asia/Seoul" },
      payment: { method: "points", status: "processing", reason: null, refundedAt: null },
    });
  });

  it("reads a pending booking past its time as expired, at the moment its time was up", async () => {
    const { fan, ids } = await aFanWithBookings(1);
    await expireBooking(db, ids[0] ?? "");

    const booking = await findBooking(db, fan, ids[0] ?? "");

    expect(booking).toMatchObject({ status: "expired", endedAt: booking.expiresAt, payment: null });
  });

  it("hides a booking from everybody else", async () => {
    const { ids } = await aFanWithBookings(1);

    for (const id of [...ids, randomUUID()]) {
      await expect(findBooking(db, await aFan(db), id)).rejects.toMatchObject({ code: "not_found" });
    }
  });
});

describe("listBookings", () => {
  it("pages through every booking once, newest first, also those of one and the same instant", async () => {
    const { fan, ids } = await aFanWithBookings(7);
    // Microseconds apart, as JavaScript cannot tell.
    await db
      .update(bookings)
      .set({
        createdAt: sql`date_trunc('second', created_at) + make_interval(secs => 0.000001 * ascii(substr(number, 4)))`,
      })
      .where(eq(bookings.userId, fan.userId));

    const listed = await readAll(fan, 2);

    expect(listed).toHaveLength(7);
    expect(new Set(listed)).toEqual(new Set(ids));
    expect((await listBookings(db, fan, { limit: 50 })).items.map((booking) => booking.id)).toEqual(listed);
  });

  it("shows the newest first with their seats", async () => {
    const { fan, ids } = await aFanWithBookings(3);

    const { items, nextCursor } = await listBookings(db, fan, { limit: 3 });

    expect(items.map((booking) => booking.id)).toEqual([...ids].reverse());
    expect(items.map((booking) => booking.seats.map((seat) => seat.seatIndex))).toEqual([[2], [1], [0]]);
    expect(nextCursor).toBeNull();
  });

  it("filters by what a booking is now", async () => {
    const { fan, ids } = await aFanWithBookings(2);
    await expireBooking(db, ids[0] ?? "");
    const idsOf = async (status: "pending" | "expired") =>
      (await listBookings(db, fan, { status, limit: 10 })).items.map((booking) => booking.id);

    expect(await idsOf("expired")).toEqual([ids[0]]);
    expect(await idsOf("pending")).toEqual([ids[1]]);
  });

  it("filters by several states at once", async () => {
    const { fan, ids } = await aFanWithBookings(3);
    await expireBooking(db, ids[0] ?? "");
    await db
      .update(bookings)
      .set({ status: "cancelled", endedAt: new Date() })
      .where(eq(bookings.id, ids[1] ?? ""));

    const { items } = await listBookings(db, fan, { status: ["expired", "cancelled"], limit: 10 });

    expect(items.map((booking) => booking.id)).toEqual([ids[1], ids[0]]);
  });

  it("shows nothing behind a cursor of another fan", async () => {
    const [mine, theirs] = [await aFanWithBookings(2), await aFanWithBookings(1)];

    const page = await listBookings(db, mine.fan, { cursor: theirs.ids[0], limit: 10 });

    expect(page).toEqual({ items: [], nextCursor: null });
  });
});
