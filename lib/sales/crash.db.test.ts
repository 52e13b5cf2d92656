import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, inject, it, onTestFinished, vi } from "vitest";
import { lockKeys } from "@/lib/redis/lock";
import { testDatabase } from "@/lib/testing/database";
import { testRedis } from "@/lib/testing/redis";
import { lockRowsOf } from "@/lib/testing/row-locks";
import { readHolders, readTickets } from "@/lib/testing/seat-record";
import { aFan, aSchedule } from "@/lib/testing/world";
import { holdSeatsSafely } from "./hold";

const db = testDatabase();
const services = { db, readDb: db, redis: testRedis() };
const LEASE_SECONDS = 2;
const PROGRAM = fileURLToPath(new URL("../testing/hold-one-seat.ts", import.meta.url));

/** Another process of the application, on the same database and Redis. */
function aProcessHolding(userId: string, scheduleId: string) {
  const child = spawn(process.execPath, ["--import", "tsx", PROGRAM, userId, scheduleId, "0"], {
    env: {
      ...process.env,
      DATABASE_URL: inject("databaseUrl"),
      REDIS_URL: inject("redisUrl"),
      SEAT_LOCK_LEASE: String(LEASE_SECONDS),
    },
    stdio: "inherit",
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

describe("a process that dies between its lock and its commit", () => {
  it("leaves the seat free, and sold to the next fan once its lease has ended", async () => {
    const { scheduleId, seatIndexes } = await aSchedule(db, { seatCount: 1 });
    const [unlucky, next] = [await aFan(db), await aFan(db)];
    const key = lockKeys.seat(scheduleId, (await readTickets(db, scheduleId))[0]?.id ?? 0);
    const lockExists = async () => (await services.redis.try((client) => client.exists(key)))?.value === 1;

    // It has the Redis lock and waits for the row: dead before it could commit.
    const stranger = await lockRowsOf(db, { scheduleId, seatIndexes });
    const child = aProcessHolding(unlucky.userId, scheduleId);
    await stranger.untilWaiting(1);
    const exited = once(child, "exit");
    child.kill("SIGKILL");
    await exited;
    const refused = holdSeatsSafely(services, next, { scheduleId, seatIndexes });
    await expect(refused).rejects.toMatchObject({ code: "seat_unavailable" });
    await stranger.release();

    await vi.waitFor(async () => expect(await lockExists()).toBe(false), { timeout: 10_000, interval: 50 });
    expect(await readHolders(db, scheduleId)).toEqual([null]);
    await holdSeatsSafely(services, next, { scheduleId, seatIndexes });
    expect(await readHolders(db, scheduleId)).toEqual([next.userId]);
  });
});
