import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { findSchedule } from "@/lib/catalog/queries";
import { plans, venues } from "@/lib/db/schema/catalog";
import { readGeometry } from "@/lib/plans/read-geometry";
import { SEAT_GENERAL } from "@/lib/plans/rules";
import { holdBestAvailableSafely } from "@/lib/sales/hold-best-available";
import { holdGeneralSafely } from "@/lib/sales/hold-general";
import { readAvailability } from "@/lib/seats/availability";
import { testDatabase } from "@/lib/testing/database";
import { absentRedis } from "@/lib/testing/redis";
import { aFan } from "@/lib/testing/world";

const db = testDatabase();
const FAULTY_PLAN = "lib/plans/fixtures/faulty-plan.json";
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "import-plan-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs the command as a person would. */
function run(...args: string[]): Promise<{ code: number; output: string }> {
  const env = { ...process.env, DATABASE_URL: inject("databaseUrl") };
  return new Promise((resolve) => {
    execFile("node_modules/.bin/tsx", ["scripts/import-plan.ts", ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : error ? 1 : 0, output: stdout + stderr });
    });
  });
}

describe("npm run import-plan", () => {
  it("makes a hall, tells each repair and how long it took, and can sell it at once", async () => {
    const name = `Hall ${randomUUID()}`;

    const { code, output } = await run(FAULTY_PLAN, "--venue", name, "--sell");

    expect(output).toContain("3 seats of 8 repeated another's seat_guid");
    expect(output).toMatch(/Storing the hall … .+ version 1 \(\d+\.\d s\)/);
    expect(output).toContain("Elsewhere is sold as S");
    expect(code).toBe(0);
    const scheduleId = output.match(/schedules\/([0-9a-f-]{36})/)?.[1] ?? "";
    expect(await findSchedule(db, scheduleId)).toMatchObject({ seatsTotal: 8, venue: { nameKo: name } });
  });

  it("makes a hall without selling it when it is not asked to", async () => {
    const name = `Hall ${randomUUID()}`;

    const { code, output } = await run(FAULTY_PLAN, "--venue", name);

    expect(code).toBe(0);
    expect(output).toContain("--sell");
    const stored = await db
      .select()
      .from(plans)
      .innerJoin(venues, eq(venues.id, plans.venueId))
      .where(eq(venues.nameKo, name));
    expect(stored).toHaveLength(1);
  });

  it("names the place of a fault, and fails", async () => {
    const file = join(folder, "broken.json");
    await writeFile(file, JSON.stringify({ zones: [{ rows: [{ seats: [{ seat_number: "1" }] }] }] }));

    const { code, output } = await run(file);

    expect(code).toBe(1);
    expect(output).toContain("The plan cannot be used: zones[0].rows[0].seats[0].position: ");
    expect(output).not.toContain("    at ");
  });

  it.each([
    ["no file", [], "Usage:"],
    ["a file that is not there", ["no-such-file.json"], "cannot be read"],
    ["a file that is not JSON", ["drizzle.config.ts"], "is not JSON"],
    ["an option that it does not have", [FAULTY_PLAN, "--publish-all"], "Usage:"],
  ])("says how to use it, given %s", async (_, args, sentence) => {
    const { code, output } = await run(...args);

    expect(code).toBe(1);
    expect(output).toContain(sentence);
  });

  it("makes a hall where everybody stands, and sells it by number", async () => {
    const file = join(folder, "club.json");
    const area = {
      shape: "rectangle",
      uuid: "floor",
      position: { x: 50, y: 90 },
      rectangle: { width: 300, height: 200 },
    };
    await writeFile(file, JSON.stringify({ name: "Club", zones: [{ name: "Floor", rows: [], areas: [area] }] }));
    const entry = { name: "Standing", capacity: 5, category: "Standing", area: { uuid: "floor" } };
    await writeFile(join(folder, "club.sidecar.json"), JSON.stringify({ version: 1, general_admission: [entry] }));

    const { code, output } = await run(file, "--venue", `Club ${randomUUID()}`, "--sell");

    expect(output).toContain("5 seats, with club.sidecar.json");
    expect(code).toBe(0);
    const scheduleId = output.match(/schedules\/([0-9a-f-]{36})/)?.[1] ?? "";
    const schedule = await findSchedule(db, scheduleId);
    const { size, seats } = await readGeometry(db, schedule?.planId ?? "");
    expect(size).toEqual({ width: 390, height: 330 });
    expect([...seats.flags]).toEqual(Array.from({ length: 5 }, () => SEAT_GENERAL));

    const services = { db, readDb: db, redis: absentRedis };
    const fan = await aFan(db);
    const wish = { scheduleId, count: 1, isAccessible: false };
    await expect(holdBestAvailableSafely(services, fan, wish)).rejects.toMatchObject({ code: "no_seats_together" });
    const hold = await holdGeneralSafely(services, fan, { scheduleId, area: "Standing", count: 2 });
    expect(hold.seats.map((place) => [place.rowLabel, place.seatNumber])).toEqual([
      ["", "1"],
      ["", "2"],
    ]);
    expect((await readAvailability(services, scheduleId)).statuses).toBe("11000");
  });

  it("refuses a hall in which nobody has a place", async () => {
    const file = join(folder, "empty.json");
    await writeFile(file, JSON.stringify({ name: "Empty", zones: [] }));

    const { code, output } = await run(file);

    expect(code).toBe(1);
    expect(output).toContain("The plan has no seats");
  });
});
