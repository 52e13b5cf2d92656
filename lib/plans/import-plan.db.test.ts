import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { planSeats, plans, venues } from "@/lib/db/schema/catalog";
import { testDatabase } from "@/lib/testing/database";
import { race } from "@/lib/testing/race";
import faultyPlan from "./fixtures/faulty-plan.json";
import { importPlan } from "./import-plan";
import { PLAIN_SEAT, type Plan } from "./plan";
import { parsePretixPlan } from "./pretix";

const db = testDatabase();

const aVenue = () => ({ slug: randomUUID(), nameKo: "시험 극장", nameEn: "Test Hall" });

function planOf(seatCount: number): Plan {
  const seats = Array.from({ length: seatCount }, (_, i) => ({
    ...PLAIN_SEAT,
    guid: String(i),
    section: String(Math.floor(i / 1_000)),
    rowLabel: String(Math.floor((i % 1_000) / 50)),
    seatNumber: String(i % 50),
    category: "All",
    x: (i % 50) * 26,
    y: Math.floor(i / 50) * 30,
    isAccessible: i === 0,
    isRestrictedView: i === 1,
  }));
  return { name: "Drawn", size: { width: 100, height: 100 }, areas: [], focalPoint: null, seats };
}

describe("importPlan", () => {
  it("stores every seat in the order of its seatIndex, and the source word for word", async () => {
    const { plan } = parsePretixPlan(faultyPlan);

    const stored = await importPlan(db, { venue: aVenue(), plan, source: faultyPlan });

    const [row] = await db.select().from(plans).where(eq(plans.id, stored.planId));
    expect(row).toMatchObject({ version: 1, seatCount: 8, size: plan.size, source: faultyPlan, name: "Faulty Hall" });
    expect(row?.areas).toHaveLength(plan.areas.length);
    const seats = await db
      .select()
      .from(planSeats)
      .where(eq(planSeats.planId, stored.planId))
      .orderBy(asc(planSeats.seatIndex));
    expect(seats.map((seat) => seat.seatIndex)).toEqual(plan.seats.map((_, i) => i));
    expect(seats.map((seat) => seat.guid)).toEqual(plan.seats.map((seat) => seat.guid));
  });

  it("keeps what a drawn plan says of its seats", async () => {
    const { planId } = await importPlan(db, { venue: aVenue(), plan: planOf(3), source: null });

    const seats = await db
      .select()
      .from(planSeats)
      .where(eq(planSeats.planId, planId))
      .orderBy(asc(planSeats.seatIndex));
    expect(seats.map((seat) => [seat.isAccessible, seat.isRestrictedView])).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
  });

  it("adds a version to a venue that is there already, and changes nothing about it", async () => {
    const venue = aVenue();
    const first = await importPlan(db, { venue, plan: planOf(2), source: null });

    const second = await importPlan(db, { venue: { ...venue, nameKo: "다른 이름" }, plan: planOf(3), source: null });

    expect(second).toMatchObject({ venueId: first.venueId, version: 2, seatCount: 3 });
    const [kept] = await db.select().from(venues).where(eq(venues.id, first.venueId));
    expect(kept).toMatchObject({ nameKo: "시험 극장", timeZone: "Asia/Seoul" });
  });

  it("gives imports of one venue at the same moment a version each", async () => {
    const venue = aVenue();

    const { won, lost } = await race(
      Array.from({ length: 5 }, () => () => importPlan(db, { venue, plan: planOf(2), source: null })),
    );

    expect(lost).toEqual([]);
    expect(won.map((stored) => stored.version).sort()).toEqual([1, 2, 3, 4, 5]);
  });

  it("stores 50,000 seats in seconds, telling how far it is", async () => {
    const startedAt = performance.now();

    const told: string[] = [];
    const stored = await importPlan(db, {
      venue: aVenue(),
      plan: planOf(50_000),
      source: null,
      onProgress: (done, total) => told.push(`${done} of ${total}`),
    });

    expect(await db.$count(planSeats, eq(planSeats.planId, stored.planId))).toBe(50_000);
    expect(performance.now() - startedAt).toBeLessThan(20_000);
    expect(told[0]).toBe("5000 of 50000");
    expect(told.at(-1)).toBe("50000 of 50000");
  });

  it.each([
    ["U+0000", "a\u0000b"],
    ["half a surrogate pair", "\ud800"],
  ])("refuses a source with %s", async (_, text) => {
    const venue = aVenue();

    await expect(importPlan(db, { venue, plan: planOf(1), source: { text } })).rejects.toMatchObject({
      code: "invalid_input",
    });
    expect(await db.$count(venues, eq(venues.slug, venue.slug))).toBe(0);
  });
});
