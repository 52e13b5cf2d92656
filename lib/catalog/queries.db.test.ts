import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { events, grades, schedules } from "@/lib/db/schema/catalog";
import { testDatabase } from "@/lib/testing/database";
import { aSchedule } from "@/lib/testing/world";
import { findEventBySlug, findSchedule } from "./queries";

const db = testDatabase();

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

/** A second schedule of the same event, in another's hall. */
async function addSchedule(eventId: string, options: Parameters<typeof aSchedule>[1] = {}) {
  const other = await aSchedule(db, options);
  await db.update(schedules).set({ eventId }).where(eq(schedules.id, other.scheduleId));
  return other;
}

describe("findEventBySlug", () => {
  it("lists schedules in time order with their hall, grades and seats", async () => {
    const later = await aSchedule(db, { startsAt: inDays(9), seatCount: 3, priceKrw: 66_000, grade: "A" });
    const sooner = await addSchedule(later.eventId, { startsAt: inDays(4), seatCount: 5 });
    await db.insert(grades).values({ scheduleId: later.scheduleId, code: "VIP", priceKrw: 165_000 });

    const event = await findEventBySlug(db, later.eventId);

    expect(event).toMatchObject({ id: later.eventId, titleKo: "시험 공연", runningMinutes: 120 });
    expect(event?.schedules.map((schedule) => [schedule.id, schedule.seatsTotal])).toEqual([
      [sooner.scheduleId, 5],
      [later.scheduleId, 3],
    ]);
    expect(event?.schedules[1]).toMatchObject({
      status: "published",
      venue: { nameKo: "시험 극장", timeZone: "Asia/Seoul" },
      grades: [
        { code: "VIP", priceKrw: 165_000 },
        { code: "A", priceKrw: 66_000 },
      ],
    });
    expect(event?.schedules[1]?.startsAt).toBeInstanceOf(Date);
  });

  it("keeps drafts to itself and says when a schedule is cancelled", async () => {
    const shown = await aSchedule(db);
    const draft = await addSchedule(shown.eventId);
    await db.update(schedules).set({ status: "draft" }).where(eq(schedules.id, draft.scheduleId));
    await db.update(schedules).set({ status: "cancelled" }).where(eq(schedules.id, shown.scheduleId));

    const event = await findEventBySlug(db, shown.eventId);
    expect(event?.schedules.map((schedule) => [schedule.id, schedule.status])).toEqual([
      [shown.scheduleId, "cancelled"],
    ]);

    await db.update(events).set({ status: "draft" }).where(eq(events.id, shown.eventId));
    expect(await findEventBySlug(db, shown.eventId)).toBeNull();
  });

  it("knows no event that is not there", async () => {
    expect(await findEventBySlug(db, "no-such-event")).toBeNull();
  });
});

describe("findSchedule", () => {
  it("knows the event, the hall, the grades and the limits", async () => {
    const { scheduleId, eventId, planId } = await aSchedule(db, {
      seatCount: 7,
      seatsPerBookingMax: 2,
      seatsPerUserMax: 3,
    });

    expect(await findSchedule(db, scheduleId)).toMatchObject({
      id: scheduleId,
      planId,
      status: "published",
      seatsTotal: 7,
      seatsPerBookingMax: 2,
      seatsPerUserMax: 3,
      grades: [{ code: "R", priceKrw: 99_000 }],
      event: { id: eventId, slug: eventId, titleEn: "Test Event", category: "concert" },
      venue: { nameEn: "Test Hall", timeZone: "Asia/Seoul" },
    });
  });

  it("asks the database once", async () => {
    const { scheduleId } = await aSchedule(db);
    let statements = 0;
    const counting = new Proxy(db, {
      get(target, property, receiver) {
        if (property === "select" || property === "execute") statements++;
        return Reflect.get(target, property, receiver);
      },
    });

    await findSchedule(counting, scheduleId);

    expect(statements).toBe(1);
  });

  it("shows nothing of a draft, and takes any text for an id", async () => {
    const draft = await aSchedule(db);
    await db.update(events).set({ status: "draft" }).where(eq(events.id, draft.eventId));

    expect(await findSchedule(db, draft.scheduleId)).toBeNull();
    expect(await findSchedule(db, randomUUID())).toBeNull();
    expect(await findSchedule(db, "' or 1=1 --")).toBeNull();
  });
});
