import { and, eq, inArray, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { audit } from "@/lib/audit/audit";
import { tickets } from "@/lib/db/schema/tickets";
import type { Actor } from "@/lib/kernel/actor";
import { holdSeats } from "@/lib/seats/hold-seats";
import { expireHold } from "@/lib/testing/expire";
import { race } from "@/lib/testing/race";
import { scratchDatabase } from "@/lib/testing/scratch-database";
import { readTickets } from "@/lib/testing/seat-record";
import { asStranger } from "@/lib/testing/stranger";
import { aFan, aSchedule, type TestSchedule } from "@/lib/testing/world";
import { releaseExpiredHolds } from "./release-expired-holds";

const db = await scratchDatabase();
const BATCH_MAX = 500;

async function aDeadHold(schedule: TestSchedule, fan: Actor, seatIndexes: number[]): Promise<number> {
  const { holdToken } = await holdSeats(db, fan, { scheduleId: schedule.scheduleId, seatIndexes });
  await expireHold(db, { scheduleId: schedule.scheduleId, seatIndexes });
  return holdToken;
}

describe("releaseExpiredHolds", () => {
  it("frees holds that have run out and leaves the others alone", async () => {
    const schedule = await aSchedule(db, { seatCount: 4 });
    await aDeadHold(schedule, await aFan(db), [0, 1]);
    await holdSeats(db, await aFan(db), { scheduleId: schedule.scheduleId, seatIndexes: [2] });

    const count = await releaseExpiredHolds(db, BATCH_MAX);

    expect(count).toBe(2);
    const statuses = (await readTickets(db, schedule.scheduleId)).map((ticket) => ticket.status);
    expect(statuses).toEqual(["available", "available", "held", "available"]);
    expect(await audit(db)).toEqual([]);
  });

  it("takes no more than a batch, the longest dead first", async () => {
    const schedule = await aSchedule(db, { seatCount: 4 });
    await aDeadHold(schedule, await aFan(db), [0, 1, 2, 3]);

    expect(await releaseExpiredHolds(db, 3)).toBe(3);
    expect(await releaseExpiredHolds(db, 3)).toBe(1);
    expect(await releaseExpiredHolds(db, 3)).toBe(0);
  });

  it("passes by a seat that somebody is taking over this moment, who keeps it", async () => {
    const schedule = await aSchedule(db, { seatCount: 2 });
    await aDeadHold(schedule, await aFan(db), [0, 1]);
    const next = await aFan(db);

    await asStranger(db, async ({ tx }) => {
      const seat = and(eq(tickets.scheduleId, schedule.scheduleId), eq(tickets.seatIndex, 0));
      await tx.select().from(tickets).where(seat).for("update");
      expect(await releaseExpiredHolds(db, BATCH_MAX)).toBe(1);
      const anew = sql`clock_timestamp() + interval '1 minute'`;
      await tx
        .update(tickets)
        .set({ heldBy: next.userId, holdToken: sql`nextval('hold_token_seq')`, heldUntil: anew })
        .where(seat);
    });

    expect(await releaseExpiredHolds(db, BATCH_MAX)).toBe(0);
    expect((await readTickets(db, schedule.scheduleId))[0]).toMatchObject({ status: "held", heldBy: next.userId });
  });

  it("frees each seat once when two sweep at the same moment", async () => {
    const schedule = await aSchedule(db, { seatCount: 40 });
    for (let seat = 0; seat < 40; seat += 4) {
      await aDeadHold(schedule, await aFan(db), [seat, seat + 1, seat + 2, seat + 3]);
    }

    const { won, lost } = await race([
      () => releaseExpiredHolds(db, BATCH_MAX),
      () => releaseExpiredHolds(db, BATCH_MAX),
      () => releaseExpiredHolds(db, BATCH_MAX),
    ]);

    expect(lost).toEqual([]);
    expect(won.reduce((total, count) => total + count, 0)).toBe(40);
    expect(await audit(db)).toEqual([]);
  });

  it("never frees a seat that is held again while it sweeps, however the two meet", async () => {
    const schedule = await aSchedule(db, { seatCount: 1 });
    const { scheduleId } = schedule;
    for (let round = 0; round < 40; round++) {
      await aDeadHold(schedule, await aFan(db), [0]);
      const next = await aFan(db);

      const { lost } = await race<unknown>([
        () => releaseExpiredHolds(db, BATCH_MAX),
        () => holdSeats(db, next, { scheduleId, seatIndexes: [0] }),
        () => releaseExpiredHolds(db, BATCH_MAX),
      ]);

      expect(lost).toEqual([]);
      expect((await readTickets(db, scheduleId))[0]).toMatchObject({ status: "held", heldBy: next.userId });
      await expireHold(db, { scheduleId, seatIndexes: [0] });
      await releaseExpiredHolds(db, BATCH_MAX);
    }
  });

  // Negative control: if this stops freeing a stranger's seat, the race above has stopped testing anything.
  it("would free the next fan's seat if it looked first and did not name the hold token", async () => {
    const schedule = await aSchedule(db, { seatCount: 1 });
    const { scheduleId } = schedule;
    await aDeadHold(schedule, await aFan(db), [0]);
    const dead = await db
      .select({ id: tickets.id })
      .from(tickets)
      .where(and(eq(tickets.scheduleId, scheduleId), sql`held_until <= now()`));
    await holdSeats(db, await aFan(db), { scheduleId, seatIndexes: [0] });

    await db
      .update(tickets)
      .set({ status: "available", heldBy: null, holdToken: null, heldSince: null, heldUntil: null })
      .where(
        inArray(
          tickets.id,
          dead.map((ticket) => ticket.id),
        ),
      );

    expect((await readTickets(db, scheduleId))[0]).toMatchObject({ status: "available" });
  });
});
