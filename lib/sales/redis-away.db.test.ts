import { describe, expect, it, vi } from "vitest";
import { readAvailability } from "@/lib/seats/availability";
import { testDatabase } from "@/lib/testing/database";
import { race } from "@/lib/testing/race";
import { aRedisServer, type OwnRedis } from "@/lib/testing/redis-server";
import { readTickets } from "@/lib/testing/seat-record";
import { aFan, aSchedule } from "@/lib/testing/world";
import { holdSeatsSafely } from "./hold";

const db = testDatabase();

const servicesOn = (own: OwnRedis) => ({ db, readDb: db, redis: own.guarded });
const fans = (count: number) => Promise.all(Array.from({ length: count }, () => aFan(db)));

/** Thirty fans want seat 0, and each of ten others a seat of their own: eleven sales, on a map that shows them. */
async function sellASchedule(own: OwnRedis): Promise<void> {
  const { scheduleId } = await aSchedule(db, { seatCount: 11 });
  const services = servicesOn(own);
  const crowd = await fans(40);

  const { won, lost } = await race(
    crowd.map(
      (fan, index) => () => holdSeatsSafely(services, fan, { scheduleId, seatIndexes: [index < 30 ? 0 : index - 29] }),
    ),
  );

  expect(won).toHaveLength(11);
  for (const reason of lost) expect(reason).toMatchObject({ code: "seat_unavailable" });
  expect(new Set((await readTickets(db, scheduleId)).map((ticket) => ticket.heldBy)).size).toBe(11);
  expect((await readAvailability(services, scheduleId)).statuses).toBe("1".repeat(11));
}

/** Calls until the breaker has found out that Redis is there again. */
async function untilBack(own: OwnRedis): Promise<void> {
  await vi.waitFor(
    async () => {
      await own.guarded.try((client) => client.ping());
      expect(own.guarded.state()).toBe("closed");
    },
    { timeout: 20_000, interval: 50 },
  );
}

describe("the sale goes on, and sells no seat twice", () => {
  it("when Redis was never there, and uses it once it comes", async () => {
    const own = await aRedisServer();
    await own.kill();

    await sellASchedule(own);
    await own.start();
    await untilBack(own);

    await sellASchedule(own);
    expect(own.guarded.state()).toBe("closed");
  });

  it("when Redis is killed while a crowd is buying, and after it has come back empty", async () => {
    const own = await aRedisServer();
    await own.raw.ping();

    const selling = [sellASchedule(own), sellASchedule(own), sellASchedule(own)];
    await own.kill();
    await Promise.all(selling);
    await sellASchedule(own);
    await own.start();
    await untilBack(own);

    await sellASchedule(own);
  });

  it("when Redis stops answering, costs a few waits and not one for each fan, and comes back by itself", async () => {
    const own = await aRedisServer();
    await own.raw.ping();
    own.freeze();

    await sellASchedule(own);
    expect(own.guarded.state()).toBe("open");
    const { scheduleId } = await aSchedule(db, { seatCount: 1 });
    const startedAt = performance.now();
    await race(
      (await fans(20)).map((fan) => () => holdSeatsSafely(servicesOn(own), fan, { scheduleId, seatIndexes: [0] })),
    );
    const elapsedMs = performance.now() - startedAt;
    own.thaw();
    await untilBack(own);

    // One probe may wait its half second; twenty fans waiting in turn would be many times that.
    expect(elapsedMs).toBeLessThan(3_000);
    await sellASchedule(own);
  });
});
