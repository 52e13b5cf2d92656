import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { planSeats, plans, schedules, venues } from "@/lib/db/schema/catalog";
import { tickets } from "@/lib/db/schema/tickets";
import { testDatabase } from "@/lib/testing/database";
import { aSchedule } from "@/lib/testing/world";
import { type PublishScheduleInput, publishSchedule } from "./publish-schedule";

const db = testDatabase();
const HOUR_MS = 3_600_000;

/** An event and a plan of ten seats of category R to publish a second schedule of. */
async function aPlan(): Promise<PublishScheduleInput> {
  const { eventId, planId } = await aSchedule(db, { seatCount: 10 });
  const now = Date.now();
  return {
    scheduleId: randomUUID(),
    eventId,
    planId,
    startsAt: new Date(now + 48 * HOUR_MS),
    salesOpenAt: new Date(now),
    salesCloseAt: new Date(now + 47 * HOUR_MS),
    grades: [{ code: "S", priceKrw: 99_000 }],
    gradeOfCategory: { R: "S" },
  };
}

describe("publishSchedule", () => {
  it("makes an available ticket of every seat, at the price of its category's grade", async () => {
    const input = await aPlan();

    const published = await publishSchedule(db, input);

    expect(published).toEqual({ scheduleId: input.scheduleId, ticketCount: 10 });
    const made = await db
      .select()
      .from(tickets)
      .where(eq(tickets.scheduleId, published.scheduleId))
      .orderBy(asc(tickets.seatIndex));
    expect(made.map((ticket) => ticket.seatIndex)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(made.every((t) => t.status === "available" && t.grade === "S" && t.priceKrw === 99_000)).toBe(true);
    expect(made[9]).toMatchObject({ section: "A", rowLabel: "1", seatNumber: "10" });
  });

  it("takes the limits of the settings unless told otherwise", async () => {
    const { scheduleId } = await publishSchedule(db, { ...(await aPlan()), seatsPerUserMax: 2 });

    const [schedule] = await db.select().from(schedules).where(eq(schedules.id, scheduleId));
    expect(schedule).toMatchObject({ status: "published", seatsPerBookingMax: 4, seatsPerUserMax: 2 });
  });

  it("keeps house seats from being sold, however often they are named", async () => {
    const { scheduleId } = await publishSchedule(db, { ...(await aPlan()), blockedSeatIndexes: [3, 3, 7] });

    const made = await db.select().from(tickets).where(eq(tickets.scheduleId, scheduleId));
    expect(made).toHaveLength(10);
    expect(
      made
        .filter((t) => t.status === "blocked")
        .map((t) => t.seatIndex)
        .sort(),
    ).toEqual([3, 7]);
  });

  it("refuses, and writes nothing, when a category has no grade", async () => {
    const input = await aPlan();
    await db.update(planSeats).set({ category: "Box" }).where(eq(planSeats.planId, input.planId));

    await expect(publishSchedule(db, input)).rejects.toMatchObject({
      code: "invalid_input",
      details: { path: "gradeOfCategory", message: expect.stringContaining("10 of 10 seats") },
    });
    expect(await db.$count(schedules, eq(schedules.id, input.scheduleId!))).toBe(0);
  });

  it("refuses when a grade has no price", async () => {
    const input = { ...(await aPlan()), gradeOfCategory: { R: "VIP" as const } };

    await expect(publishSchedule(db, input)).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("refuses a sale that closes before it opens", async () => {
    const input = await aPlan();

    await expect(publishSchedule(db, { ...input, salesCloseAt: input.salesOpenAt })).rejects.toMatchObject({
      code: "invalid_input",
      details: { path: "salesCloseAt" },
    });
  });

  it.each(["eventId", "planId"] as const)("knows no %s that is not there", async (part) => {
    await expect(publishSchedule(db, { ...(await aPlan()), [part]: randomUUID() })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("publishes 50,000 tickets in seconds", async () => {
    const { eventId, planId } = await aHallOf(50_000);
    const startedAt = performance.now();

    const { ticketCount } = await publishSchedule(db, { ...(await aPlan()), eventId, planId });

    expect(ticketCount).toBe(50_000);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });
});

async function aHallOf(seatCount: number) {
  const { eventId } = await aSchedule(db, { seatCount: 1 });
  const [venueId, planId] = [randomUUID(), randomUUID()];
  await db.insert(venues).values({ id: venueId, slug: venueId, nameKo: "큰 경기장", nameEn: "Large Hall" });
  const size = { width: 100, height: 100 };
  await db.insert(plans).values({ id: planId, venueId, version: 1, name: "Large", size, areas: [], seatCount });
  await db.$client`
    insert into plan_seats (plan_id, seat_index, guid, section, row_label, seat_number, category, x, y)
    select ${planId}, i, i::text, (i / 1000)::text, (i / 50 % 20)::text, (i % 50)::text, 'R', i, 0
      from generate_series(0, ${seatCount - 1}) as i`;
  return { eventId, planId };
}
