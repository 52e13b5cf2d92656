import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { events } from "@/lib/db/schema/catalog";
import { testDatabase } from "@/lib/testing/database";
import { aSchedule } from "@/lib/testing/world";
import { putPlanOnSale } from "./put-plan-on-sale";
import { findEventBySlug, listEvents } from "./queries";

const db = testDatabase();

describe("putPlanOnSale", () => {
  it("sells every seat of the plan at once, at 19:30 in the hall's own time", async () => {
    const { planId } = await aSchedule(db, { seatCount: 6 });

    const onSale = await putPlanOnSale(db, { planId, gradeOfCategory: { R: "VIP" } });

    expect(onSale.ticketCount).toBe(6);
    const event = await findEventBySlug(db, onSale.eventSlug);
    expect(event?.schedules).toMatchObject([
      { id: onSale.scheduleId, seatsTotal: 6, grades: [{ code: "VIP", priceKrw: 165_000 }] },
    ]);
    expect(event?.schedules[0]?.startsAt.toISOString()).toMatch(/T10:30:00\.000Z$/);
    const card = (await listEvents(db)).find((one) => one.slug === onSale.eventSlug);
    expect(card?.saleState).toBe("on_sale");
  });

  it("tries one plan as often as asked, each time as an event of its own", async () => {
    const { planId } = await aSchedule(db);
    const input = { planId, gradeOfCategory: { R: "R" as const } };

    const [first, second] = [await putPlanOnSale(db, input), await putPlanOnSale(db, input)];

    expect(first.eventSlug).not.toBe(second.eventSlug);
  });

  it("leaves no event behind when a category has no grade", async () => {
    const { planId } = await aSchedule(db);
    const before = await db.$count(events, eq(events.titleEn, "A Trial Night at Test Hall"));

    await expect(putPlanOnSale(db, { planId, gradeOfCategory: { Box: "S" } })).rejects.toMatchObject({
      code: "invalid_input",
    });

    expect(await db.$count(events, eq(events.titleEn, "A Trial Night at Test Hall"))).toBe(before);
  });

  it("knows no plan that is not there", async () => {
    await expect(putPlanOnSale(db, { planId: randomUUID(), gradeOfCategory: {} })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
