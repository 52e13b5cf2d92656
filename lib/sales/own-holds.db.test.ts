import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { tickets } from "@/lib/db/schema/tickets";
import { holdSeats } from "@/lib/seats/hold-seats";
import { aBookingInput } from "@/lib/testing/booking-input";
import { testDatabase } from "@/lib/testing/database";
import { absentRedis } from "@/lib/testing/redis";
import { readHolders } from "@/lib/testing/seat-record";
import { aFan, aSchedule } from "@/lib/testing/world";
import { createBookingSafely } from "./book";
import { holdSeatsSafely } from "./hold";

const db = testDatabase();
const services = { db, readDb: db, redis: absentRedis };

// What this process remembers of a hold is a hint: another process, which it has not heard of, may know better.
it("refuses to book seats that were held here, ran out and went to somebody else elsewhere", async () => {
  const schedule = await aSchedule(db, { seatCount: 2 });
  const { scheduleId, seatIndexes } = schedule;
  const [first, next] = [await aFan(db), await aFan(db)];
  await holdSeatsSafely(services, first, { scheduleId, seatIndexes });
  await db
    .update(tickets)
    .set({ heldUntil: new Date(Date.now() - 1_000) })
    .where(eq(tickets.scheduleId, scheduleId));
  await holdSeats(db, next, { scheduleId, seatIndexes });

  const booking = createBookingSafely(services, first, aBookingInput(schedule, seatIndexes));

  await expect(booking).rejects.toMatchObject({ code: "seat_unavailable", details: { seatIndexes } });
  expect(await readHolders(db, scheduleId)).toEqual([next.userId, next.userId]);
});

it("gives a repeat its first booking, although the hold that it came from is remembered no more", async () => {
  const schedule = await aSchedule(db, { seatCount: 1 });
  const { scheduleId, seatIndexes } = schedule;
  const fan = await aFan(db);
  await holdSeatsSafely(services, fan, { scheduleId, seatIndexes });
  const input = aBookingInput(schedule, seatIndexes);

  const first = await createBookingSafely(services, fan, input);

  expect(await createBookingSafely(services, fan, input)).toEqual(first);
});
