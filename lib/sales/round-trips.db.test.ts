import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import type { Db } from "@/lib/db/client";
import type { GuardedRedis } from "@/lib/redis/guarded";
import { aBookingInput } from "@/lib/testing/booking-input";
import { testDatabase } from "@/lib/testing/database";
import { openSale } from "@/lib/testing/payments-world";
import { testRedis } from "@/lib/testing/redis";
import { aFan, aSchedule } from "@/lib/testing/world";
import { createBookingSafely } from "./book";
import { holdSeatsSafely } from "./hold";
import { payBookingSafely } from "./pay";

const db = testDatabase();
const real = testRedis();
const counts = { statements: 0, redisCalls: 0 };
const { services } = openSale(db, { redis: counting(real) });

function counting(redis: GuardedRedis): GuardedRedis {
  return {
    ...redis,
    try: (call) => {
      counts.redisCalls += 1;
      return redis.try(call);
    },
  };
}

/** The statements of a pool, BEGIN and COMMIT included, and the calls to Redis that `work` makes. */
async function costOf<T>({ $client }: Db, work: () => Promise<T>): Promise<{ answer: T; cost: typeof counts }> {
  const [statements, redisCalls] = [counts.statements, counts.redisCalls];
  $client.options.debug = () => {
    counts.statements += 1;
  };
  const answer = await work();
  $client.options.debug = false;
  return { answer, cost: { statements: counts.statements - statements, redisCalls: counts.redisCalls - redisCalls } };
}

// Of the statements, all that stand before the first decision go out in one burst: a hold, a booking and
// a payment each wait for the database three times in their transaction. See docs/performance.md.
it("a purchase costs no more statements and calls than it is known to", async () => {
  const fan = await aFan(db, { points: 1_000_000 });
  const schedule = await aSchedule(db, { seatCount: 2 });
  const { scheduleId, seatIndexes } = schedule;

  const held = await costOf(db, () => holdSeatsSafely(services, fan, { scheduleId, seatIndexes }));
  expect(held.cost).toEqual({ statements: 7, redisCalls: 3 });

  const booked = await costOf(db, () => createBookingSafely(services, fan, aBookingInput(schedule, seatIndexes)));
  expect(booked.cost).toEqual({ statements: 7, redisCalls: 1 });

  const { id: bookingId, totalKrw: expectedTotalKrw } = booked.answer;
  const payment = { bookingId, expectedTotalKrw, paymentId: randomUUID(), method: "points" } as const;
  const paid = await costOf(db, () => payBookingSafely(services, fan, payment));
  expect(paid.cost).toEqual({ statements: 8, redisCalls: 3 });
});
