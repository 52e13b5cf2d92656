import { and, eq, lt } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { grades, schedules } from "@/lib/db/schema/catalog";
import { tickets } from "@/lib/db/schema/tickets";
import { withTransaction } from "@/lib/db/transaction";
import { testDatabase } from "@/lib/testing/database";
import { aSchedule } from "@/lib/testing/world";
import { chooseBest } from "./best-available";
import { type ReadyHall, readHall } from "./read-hall";

const db = testDatabase();

const FREE = { statuses: "0".repeat(20), excluded: new Set<number>() };
const FIRST = { random: () => 0, spread: 0, leavesNoOrphans: false };
const upTo = (hall: ReadyHall, priceKrwMax: number) => chooseBest(hall, FREE, { count: 1, priceKrwMax }, FIRST);

describe("readHall", () => {
  it("reads the seats once however many ask, and not again while nothing changes", async () => {
    const { scheduleId } = await aSchedule(db, { seatCount: 20 });

    const halls = await Promise.all(Array.from({ length: 10 }, () => readHall(db, scheduleId)));
    const later = await readHall(db, scheduleId);

    expect(new Set([...halls, later].map((hall) => hall.seatIndex)).size).toBe(1);
  });

  it("never goes by an old price once the schedule's row was written with the change", async () => {
    const { scheduleId } = await aSchedule(db, { seatCount: 20, priceKrw: 99_000 });
    expect(upTo(await readHall(db, scheduleId), 50_000)).toBeNull();

    await withTransaction(db, async (tx) => {
      const back = and(eq(tickets.scheduleId, scheduleId), lt(tickets.seatIndex, 1));
      await tx.update(tickets).set({ priceKrw: 50_000 }).where(back);
      await tx.update(schedules).set({ status: "published" }).where(eq(schedules.id, scheduleId));
    });

    expect(upTo(await readHall(db, scheduleId), 50_000)?.seatIndexes).toEqual([0]);
  });

  it("never goes by an old price once a grade's row was written with the change", async () => {
    const { scheduleId } = await aSchedule(db, { seatCount: 20, priceKrw: 99_000 });
    expect(upTo(await readHall(db, scheduleId), 99_000)).not.toBeNull();

    await withTransaction(db, async (tx) => {
      await tx.update(tickets).set({ priceKrw: 120_000 }).where(eq(tickets.scheduleId, scheduleId));
      await tx.update(grades).set({ priceKrw: 120_000 }).where(eq(grades.scheduleId, scheduleId));
    });

    expect(upTo(await readHall(db, scheduleId), 99_000)).toBeNull();
  });

  it("follows the schedule's switch for orphans", async () => {
    const { scheduleId } = await aSchedule(db);
    expect((await readHall(db, scheduleId)).leavesNoOrphans).toBe(false);

    await db.update(schedules).set({ leavesNoOrphans: true }).where(eq(schedules.id, scheduleId));

    expect((await readHall(db, scheduleId)).leavesNoOrphans).toBe(true);
  });

  it("knows no hall of an unknown schedule, also when asked again", async () => {
    const scheduleId = crypto.randomUUID();
    await expect(readHall(db, scheduleId)).rejects.toMatchObject({ code: "not_found" });
    await expect(readHall(db, scheduleId)).rejects.toMatchObject({ code: "not_found" });
  });
});
