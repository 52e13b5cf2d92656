import { randomUUID } from "node:crypto";
import { and, eq, gte, lt } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { grades } from "@/lib/db/schema/catalog";
import { tickets } from "@/lib/db/schema/tickets";
import { testDatabase } from "@/lib/testing/database";
import { aSchedule } from "@/lib/testing/world";
import { readGradeRuns } from "./read-grade-runs";

const db = testDatabase();

describe("readGradeRuns", () => {
  it("tells the grades from the first seat to the last", async () => {
    const { scheduleId } = await aSchedule(db, { seatCount: 30, grade: "S" });
    await db.insert(grades).values({ scheduleId, code: "VIP", priceKrw: 150_000 });
    const between = (from: number, to: number) =>
      and(eq(tickets.scheduleId, scheduleId), gte(tickets.seatIndex, from), lt(tickets.seatIndex, to));
    await db.update(tickets).set({ grade: "VIP" }).where(between(3, 8));
    await db.update(tickets).set({ grade: "VIP" }).where(between(29, 30));

    expect(await readGradeRuns(db, scheduleId)).toEqual([
      ["S", 3],
      ["VIP", 5],
      ["S", 21],
      ["VIP", 1],
    ]);
  });

  it("has nothing to tell of a schedule that is not there", async () => {
    expect(await readGradeRuns(db, randomUUID())).toEqual([]);
  });
});
