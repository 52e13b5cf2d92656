import { randomUUID } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { planSeats, plans } from "@/lib/db/schema/catalog";
import { testDatabase } from "@/lib/testing/database";
import { aWatchedReader } from "@/lib/testing/watched-reader";
import { aSchedule } from "@/lib/testing/world";
import { decodeGeometry } from "./decode-geometry";
import { readGeometry } from "./read-geometry";
import { SEAT_ACCESSIBLE, SEAT_COMPANION, SEAT_GENERAL, SEAT_RESTRICTED_VIEW } from "./rules";
import { storedGeometry } from "./stored-geometry";

const db = testDatabase();
const seat = (planId: string, index: number) => and(eq(planSeats.planId, planId), eq(planSeats.seatIndex, index));

describe("readGeometry", () => {
  it("has one entry a seat in every column, in the order of seatIndex", async () => {
    const { planId } = await aSchedule(db, { seatCount: 12 });

    const { seats, ...plan } = await readGeometry(db, planId);

    expect(plan).toEqual({
      size: { width: 1_000, height: 1_000 },
      areas: [],
      focalPoint: null,
      viewNotes: [],
      sections: ["A"],
    });
    expect(Object.values(seats).map((column) => column.length)).toEqual(Array.from({ length: 7 }, () => 12));
    expect(seats.rowLabel.slice(9, 11)).toEqual(["1", "2"]);
    expect(seats.seatNumber.slice(9, 12)).toEqual(["10", "1", "2"]);
    expect([...seats.x.slice(0, 3)]).toEqual([0, 20, 40]);
  });

  it("keeps the plan's focal point, its areas, its sections and a tenth of a unit", async () => {
    const { planId } = await aSchedule(db, { seatCount: 3 });
    const stage = { shape: "circle", x: 1, y: 2, width: 3, height: 3, rotation: 0, fill: null, stroke: null } as const;
    const areas = [{ ...stage, text: null, points: [] }];
    await db
      .update(plans)
      .set({ areas, focalPoint: { x: 5, y: 6 } })
      .where(eq(plans.id, planId));
    await db.update(planSeats).set({ section: "B", x: 12.349, y: -0.04 }).where(seat(planId, 1));

    const { seats, ...plan } = await readGeometry(db, planId);

    expect(plan).toMatchObject({ areas, focalPoint: { x: 5, y: 6 }, sections: ["A", "B"] });
    expect([...seats.section]).toEqual([0, 1, 0]);
    expect([seats.x[1], seats.y[1]]).toEqual([12.3, 0]);
  });

  it("says what is special about a seat, and every note about a view once", async () => {
    const { planId } = await aSchedule(db, { seatCount: 5 });
    const pillar = { ko: "기둥", en: "A pillar" };
    await db.update(planSeats).set({ isAccessible: true, viewNote: pillar }).where(seat(planId, 0));
    await db.update(planSeats).set({ isAccessible: true, isRestrictedView: true }).where(seat(planId, 1));
    await db.update(planSeats).set({ isCompanion: true, viewNote: pillar }).where(seat(planId, 3));
    await db.update(planSeats).set({ isGeneral: true }).where(seat(planId, 4));

    const { seats, viewNotes } = await readGeometry(db, planId);

    expect([...seats.flags]).toEqual([
      SEAT_ACCESSIBLE,
      SEAT_ACCESSIBLE + SEAT_RESTRICTED_VIEW,
      0,
      SEAT_COMPANION,
      SEAT_GENERAL,
    ]);
    expect(viewNotes).toEqual([pillar]);
    expect([...seats.viewNote]).toEqual([0, -1, -1, 0, -1]);
  });

  it("knows no plan that is not there", async () => {
    await expect(readGeometry(db, randomUUID())).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("storedGeometry", () => {
  it.each([1, 3_000])("asks the database once for a hall of %i, however many ask and whenever", async (seatCount) => {
    const { planId } = await aSchedule(db, { seatCount });
    let queries = 0;
    const reader = aWatchedReader(db, () => {
      queries += 1;
    });

    const crowd = await Promise.all(Array.from({ length: 20 }, () => storedGeometry(reader, planId)));
    const later = await storedGeometry(reader, planId);

    expect(queries).toBe(1);
    expect(new Set([...crowd, later].map(({ hash }) => hash)).size).toBe(1);
  });

  it("names another content by another hash, and equal content by the same", async () => {
    const [one, same, other] = [await aSchedule(db), await aSchedule(db), await aSchedule(db, { seatCount: 11 })];

    const hashes = await Promise.all([one, same, other].map(({ planId }) => storedGeometry(db, planId)));

    expect(hashes[0]?.hash).toMatch(/^[\w-]{22}$/);
    expect(hashes[1]?.hash).toBe(hashes[0]?.hash);
    expect(hashes[2]?.hash).not.toBe(hashes[0]?.hash);
  });

  it("is the same as JSON and as a gzip file", async () => {
    const { planId } = await aSchedule(db, { seatCount: 11 });

    const { json, gzipped } = await storedGeometry(db, planId);

    expect(gunzipSync(await gzipped()).equals(json)).toBe(true);
    expect(decodeGeometry(JSON.parse(new TextDecoder().decode(json)))).toEqual(await readGeometry(db, planId));
  });

  it("remembers no failure", async () => {
    const { planId } = await aSchedule(db);
    const broken = aWatchedReader(db, () => {
      throw new Error("The connection broke");
    });
    await expect(storedGeometry(broken, planId)).rejects.toThrow("The connection broke");

    await expect(storedGeometry(db, planId)).resolves.toMatchObject({ hash: expect.any(String) });
  });
});
