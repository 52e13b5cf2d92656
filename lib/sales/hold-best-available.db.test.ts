import { and, eq, inArray, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { audit } from "@/lib/audit/audit";
import { planSeats, schedules } from "@/lib/db/schema/catalog";
import { tickets } from "@/lib/db/schema/tickets";
import { readAvailability } from "@/lib/seats/availability";
import { largestBlock } from "@/lib/seats/best-available-blocks";
import { holdSeats } from "@/lib/seats/hold-seats";
import { readHall } from "@/lib/seats/read-hall";
import { HoldBestInput } from "@/lib/seats/schema";
import { SeatsTriedFor } from "@/lib/seats/seats-tried-for";
import { testDatabase } from "@/lib/testing/database";
import { race } from "@/lib/testing/race";
import { absentRedis, testRedis } from "@/lib/testing/redis";
import { readTickets } from "@/lib/testing/seat-record";
import { aFan, aSchedule } from "@/lib/testing/world";
import { holdBestAvailableSafely } from "./hold-best-available";

const db = testDatabase();
const services = { db, readDb: db, redis: testRedis() };
const withoutRedis = { db, readDb: db, redis: absentRedis };

const fans = (count: number) => Promise.all(Array.from({ length: count }, () => aFan(db)));

/** Rows of ten, one behind the other, the stage above their middle. */
async function aHall(options: { seatCount: number; leavesNoOrphans?: boolean }) {
  const { seatCount, leavesNoOrphans = false } = options;
  const schedule = await aSchedule(db, { seatCount });
  await db
    .update(planSeats)
    .set({ x: sql`400 + (${planSeats.seatIndex} % 10) * 20`, y: sql`100 + (${planSeats.seatIndex} / 10) * 20` })
    .where(eq(planSeats.planId, schedule.planId));
  await db.update(schedules).set({ leavesNoOrphans }).where(eq(schedules.id, schedule.scheduleId));
  return schedule;
}

const wish = (scheduleId: string, count: number, over: Partial<HoldBestInput> = {}) =>
  HoldBestInput.parse({ scheduleId, count, ...over });

/** The most seats side by side that are free now, by the database itself. */
async function largestLeft(scheduleId: string): Promise<number> {
  const { statuses } = await readAvailability(withoutRedis, scheduleId);
  return largestBlock(await readHall(db, scheduleId), { statuses, excluded: new Set() }, { count: 1 });
}

/** A hundred parties of two to four at once, shared out over so many processes. */
async function aRush(
  chosen: typeof services,
  hall: { scheduleId: string },
  { processes = 2, attemptsMax = 20 }: { processes?: number; attemptsMax?: number } = {},
) {
  const tried = Array.from({ length: processes }, () => new SeatsTriedFor());
  const parties = (await fans(100)).map((fan, i) => ({ fan, count: 2 + (i % 3), tried: tried[i % processes]! }));
  const outcome = await race(
    parties.map(
      ({ fan, count, tried }) =>
        () =>
          holdBestAvailableSafely(chosen, fan, wish(hall.scheduleId, count), {
            random: Math.random,
            attemptsMax,
            tried,
          }).catch((error: unknown) => {
            throw Object.assign(new Error("left out", { cause: error }), {
              count,
              code: Reflect.get(Object(error), "code"),
            });
          }),
    ),
  );
  return { ...outcome, wanted: parties.reduce((sum, party) => sum + party.count, 0) };
}

describe("holdBestAvailableSafely", () => {
  it("holds the best seats, says which, and keeps what was held before", async () => {
    const { scheduleId } = await aHall({ seatCount: 20 });
    const fan = await aFan(db);
    await holdSeats(db, fan, { scheduleId, seatIndexes: [19] });

    const hold = await holdBestAvailableSafely(services, fan, wish(scheduleId, 2), {
      random: () => 0,
      attemptsMax: 1,
      tried: new SeatsTriedFor(),
    });

    expect(hold).toMatchObject({ seatIndexes: [4, 5], isSplit: false });
    expect(hold.seats.map((seat) => seat.seatIndex)).toEqual([4, 5, 19]);
  });

  it("seats a party in two rows and says so, when no row has room", async () => {
    const { scheduleId } = await aHall({ seatCount: 20 });
    const sold = [0, 1, 2, 3, 6, 7, 8, 9, 10, 11, 12, 13, 16, 17, 18, 19];
    await db
      .update(tickets)
      .set({ status: "blocked" })
      .where(and(eq(tickets.scheduleId, scheduleId), inArray(tickets.seatIndex, sold)));

    const hold = await holdBestAvailableSafely(services, await aFan(db), wish(scheduleId, 4));

    expect(hold).toMatchObject({ isSplit: true });
    expect([...hold.seatIndexes].sort((a, b) => a - b)).toEqual([4, 5, 14, 15]);
  });

  it("says how many could sit together when so many cannot", async () => {
    const { scheduleId } = await aHall({ seatCount: 3 });

    const refused = holdBestAvailableSafely(services, await aFan(db), wish(scheduleId, 4));

    await expect(refused).rejects.toMatchObject({ code: "no_seats_together", details: { largest: 3 } });
  });

  it("refuses what a hold refuses: limits, closed sales, unknown schedules", async () => {
    const { scheduleId } = await aHall({ seatCount: 20 });
    const fan = await aFan(db);

    const tooMany = holdBestAvailableSafely(services, fan, wish(scheduleId, 5));
    await expect(tooMany).rejects.toMatchObject({ code: "seat_limit_exceeded", details: { max: 4 } });
    const nowhere = holdBestAvailableSafely(services, fan, wish(crypto.randomUUID(), 2));
    await expect(nowhere).rejects.toMatchObject({ code: "not_found" });
    await db.update(schedules).set({ status: "cancelled" }).where(eq(schedules.id, scheduleId));
    await expect(holdBestAvailableSafely(services, fan, wish(scheduleId, 2))).rejects.toMatchObject({
      code: "sales_closed",
    });
  });

  it("does not offer a fan who grows a hold what the schedule would refuse", async () => {
    const { scheduleId } = await aHall({ seatCount: 10, leavesNoOrphans: true });
    const fan = await aFan(db);
    await holdSeats(db, fan, { scheduleId, seatIndexes: [2, 3] });

    const hold = await holdBestAvailableSafely(services, fan, wish(scheduleId, 1));

    expect(hold.seats).toHaveLength(3);
  });
});

describe.each([
  ["through Redis", services],
  ["without Redis", withoutRedis],
])("a hundred parties at once, %s", (_, chosen) => {
  it.each([
    { processes: 1, leavesNoOrphans: false },
    { processes: 2, leavesNoOrphans: true },
  ])(
    "all sit together and never on one another while there is room ($processes processes, no orphans: $leavesNoOrphans)",
    async ({ processes, leavesNoOrphans }) => {
      const hall = await aHall({ seatCount: 600, leavesNoOrphans });

      const { won, lost, wanted } = await aRush(chosen, hall, { processes });

      expect(lost).toEqual([]);
      const seatIndexes = won.flatMap((hold) => hold.seatIndexes);
      expect(new Set(seatIndexes).size).toBe(wanted);
      expect(won.filter((hold) => hold.isSplit)).toEqual([]);
      const held = (await readTickets(db, hall.scheduleId)).filter((ticket) => ticket.status === "held");
      expect(held.map((ticket) => ticket.seatIndex)).toEqual(seatIndexes.sort((a, b) => a - b));
      expect(await audit(db, { scheduleIds: [hall.scheduleId] })).toEqual([]);
    },
  );
});

describe("a hundred parties at once", () => {
  it("leave nobody out while a block remains that they could have had", async () => {
    const hall = await aHall({ seatCount: 200 });

    const { won, lost } = await aRush(services, hall);

    const seatIndexes = won.flatMap((hold) => hold.seatIndexes);
    expect(new Set(seatIndexes).size).toBe(seatIndexes.length);
    const largest = await largestLeft(hall.scheduleId);
    for (const reason of lost) {
      expect(reason).toMatchObject({ code: "no_seats_together" });
      expect(Reflect.get(Object(reason), "count")).toBeGreaterThan(largest);
    }
    expect(await audit(db, { scheduleIds: [hall.scheduleId] })).toEqual([]);
  });

  it("of one process never go for the same seats", async () => {
    const hall = await aHall({ seatCount: 600 });

    const { won, lost } = await aRush(services, hall, { processes: 1, attemptsMax: 1 });

    expect(lost).toEqual([]);
    expect(won).toHaveLength(100);
  });

  // Negative control: a process each and one attempt, so that whoever loses a race for the same seats goes without.
  it("leave many out when nobody tries again", async () => {
    const hall = await aHall({ seatCount: 600 });

    const { lost } = await aRush(services, hall, { processes: 100, attemptsMax: 1 });

    expect(lost.length).toBeGreaterThan(0);
    expect(await largestLeft(hall.scheduleId)).toBeGreaterThanOrEqual(4);
  });
});
