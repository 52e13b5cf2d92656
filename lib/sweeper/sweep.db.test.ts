import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { audit } from "@/lib/audit/audit";
import { idempotencyKeys } from "@/lib/db/schema/requests";
import { readAvailability } from "@/lib/seats/availability";
import { holdSeats } from "@/lib/seats/hold-seats";
import { expireBooking, expireHold } from "@/lib/testing/expire";
import { aPurchase, openSale, standingOf } from "@/lib/testing/payments-world";
import { race } from "@/lib/testing/race";
import { absentRedis, testRedis } from "@/lib/testing/redis";
import { scratchDatabase } from "@/lib/testing/scratch-database";
import { aFan, aSchedule } from "@/lib/testing/world";
import { startSweeper } from "./start-sweeper";
import { sweep } from "./sweep";

const db = await scratchDatabase();
const redis = testRedis();
// Other sweepers may use the same Redis; these take turns among themselves.
const MINE = { job: `sweep-${randomUUID()}` };

describe("sweep", () => {
  it("tidies everything in one run and shows the seats free at once", async () => {
    const { services } = openSale(db, { redis });
    const schedule = await aSchedule(db, { seatCount: 4 });
    const seats = { scheduleId: schedule.scheduleId, seatIndexes: [0, 1] };
    await holdSeats(db, await aFan(db), seats);
    await expireHold(db, seats);
    const purchase = await aPurchase(db);
    await expireBooking(db, purchase.booking.id);
    const fan = await aFan(db);
    const key = { userId: fan.userId, operation: "test", requestHash: "" };
    await db.insert(idempotencyKeys).values([
      { ...key, key: "old", createdAt: sql`now() - interval '25 hours'` },
      { ...key, key: "new" },
    ]);

    const report = await sweep(services, MINE);

    expect(report).toMatchObject({
      isSkipped: false,
      releasedHolds: 2,
      expiredBookings: 1,
      forgottenKeys: 1,
      failedSteps: [],
    });
    expect(await standingOf(db, purchase)).toMatchObject({ booking: "expired", freeSeats: 4 });
    expect((await readAvailability(services, schedule.scheduleId)).statuses).toBe("0000");
    expect(await db.select({ key: idempotencyKeys.key }).from(idempotencyKeys)).toEqual([{ key: "new" }]);
    expect(await audit(db)).toEqual([]);
  });

  it("lets one of two runners sweep at a time", async () => {
    const { services } = openSale(db, { redis });

    const { won } = await race([() => sweep(services, MINE), () => sweep(services, MINE)]);

    expect(won.map((report) => report.isSkipped).sort()).toEqual([false, true]);
  });

  it("is safe when two run at once without Redis", async () => {
    const { services } = openSale(db, { redis: absentRedis });
    const purchases = [];
    for (let i = 0; i < 6; i++) purchases.push(await aPurchase(db));
    for (const { booking } of purchases) await expireBooking(db, booking.id);

    const { won, lost } = await race([() => sweep(services, MINE), () => sweep(services, MINE)]);

    expect(lost).toEqual([]);
    expect(won.reduce((total, report) => total + report.expiredBookings, 0)).toBe(6);
    expect(await audit(db)).toEqual([]);
  });

  it("goes on with the other steps when one fails", async () => {
    const { services } = openSale(db, { redis });
    const purchase = await aPurchase(db);
    await expireBooking(db, purchase.booking.id);
    await db.execute(sql`alter table idempotency_keys rename to idempotency_keys_away`);

    const report = await sweep(services, MINE).finally(() =>
      db.execute(sql`alter table idempotency_keys_away rename to idempotency_keys`),
    );

    expect(report).toMatchObject({ expiredBookings: 1, failedSteps: ["idempotency_keys"] });
  });

  it("frees 10,000 expired holds in batches", async () => {
    const { services } = openSale(db, { redis });
    const schedule = await aSchedule(db, { seatCount: 1 });
    const fan = await aFan(db);
    await db.execute(sql`
      insert into tickets (schedule_id, seat_index, section, row_label, seat_number, grade, price_krw,
        status, held_by, hold_token, held_since, held_until)
      select ${schedule.scheduleId}, i, 'B', (i / 100)::text, i::text, 'R', 99000,
        'held', ${fan.userId}, nextval('hold_token_seq'), now() - interval '10 minutes', now() - interval '1 minute'
      from generate_series(1, 10000) i`);

    const report = await sweep(services, MINE);

    console.log(`10,000 expired holds were freed in ${report.elapsedMs.toFixed(0)} ms`);
    expect(report).toMatchObject({ releasedHolds: 10_000, failedSteps: [] });
    expect((await readAvailability(services, schedule.scheduleId)).statuses).toBe("0".repeat(10_001));
  });
});

describe("startSweeper", () => {
  it("sweeps at once and again after each pause, until it is stopped", async () => {
    const { services } = openSale(db, { redis: absentRedis });
    const first = await aPurchase(db);
    await expireBooking(db, first.booking.id);

    const stop = startSweeper(services, 10);
    await vi.waitFor(async () => expect(await standingOf(db, first)).toMatchObject({ booking: "expired" }));
    const second = await aPurchase(db);
    await expireBooking(db, second.booking.id);
    await vi.waitFor(async () => expect(await standingOf(db, second)).toMatchObject({ booking: "expired" }));
    await stop();

    const third = await aPurchase(db);
    await expireBooking(db, third.booking.id);
    expect(await standingOf(db, third)).toMatchObject({ booking: "pending" });
    expect(await audit(db)).toEqual([]);
  });

  it("never throws, even when the database is not there", async () => {
    const { services } = openSale(db, { redis: absentRedis });
    const nowhere = new Proxy(services.db, {
      get: () => () => {
        throw new Error("no database");
      },
    });

    const stop = startSweeper({ ...services, db: nowhere }, 1);

    await expect(stop()).resolves.toBeUndefined();
  });
});
