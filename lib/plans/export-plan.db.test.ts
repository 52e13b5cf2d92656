import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { drawClub } from "./draw-club";
import { exportPlan } from "./export-plan";
import faultyPlan from "./fixtures/faulty-plan.json";
import { importPlan } from "./import-plan";
import { parsePretixPlan } from "./pretix";
import { applySidecar } from "./sidecar";

const db = testDatabase();

const SIDECAR = {
  version: 1,
  focal_point: { x: 10, y: 20, certain: false },
  seats: { "f-a-1": { accessible: true, cushion: "blue" } },
  general_admission: [{ name: "Standing", capacity: 4, category: "Front", area: { zone: 0, area: 0 }, floor: "wood" }],
  made_with: ["a pencil", null],
};

async function aFaultyHall() {
  const slug = randomUUID();
  const venue = { slug, nameKo: "시험 극장", nameEn: "Test Hall" };
  const { plan } = applySidecar(parsePretixPlan(faultyPlan), SIDECAR);
  await importPlan(db, { venue, plan, source: faultyPlan, sidecar: SIDECAR });
  return { slug, venue };
}

describe("exportPlan", () => {
  it("gives back what was imported, fields that nobody knows included", async () => {
    const { slug } = await aFaultyHall();

    const exported = await exportPlan(db, { venueSlug: slug });

    expect(exported).toEqual({ version: 1, seatCount: 12, file: faultyPlan, sidecar: SIDECAR });
    expect(exported.file).toHaveProperty("future_field");
  });

  it("has no sidecar where none came along", async () => {
    const slug = randomUUID();
    const venue = { slug, nameKo: "시험 극장", nameEn: "Test Hall" };
    await importPlan(db, { venue, plan: parsePretixPlan(faultyPlan).plan, source: faultyPlan });

    expect((await exportPlan(db, { venueSlug: slug })).sidecar).toBeNull();
  });

  it("writes a plan that the project drew, so that importing it gives the same seats", async () => {
    const slug = randomUUID();
    const plan = drawClub();
    await importPlan(db, { venue: { slug, nameKo: "클럽", nameEn: "Club" }, plan, source: null });

    const { file, sidecar } = await exportPlan(db, { venueSlug: slug });

    expect(applySidecar(parsePretixPlan(file), sidecar).plan).toEqual(plan);
  });

  it("gives the latest version, or the one asked for", async () => {
    const { slug, venue } = await aFaultyHall();
    await importPlan(db, { venue, plan: drawClub(), source: null });

    expect((await exportPlan(db, { venueSlug: slug })).version).toBe(2);
    expect(await exportPlan(db, { venueSlug: slug, version: 1 })).toMatchObject({ version: 1, file: faultyPlan });
  });

  it("knows no hall and no version that is not there", async () => {
    const { slug } = await aFaultyHall();

    await expect(exportPlan(db, { venueSlug: randomUUID() })).rejects.toMatchObject({ code: "not_found" });
    await expect(exportPlan(db, { venueSlug: slug, version: 2 })).rejects.toMatchObject({ code: "not_found" });
  });
});
