import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { findSchedule } from "@/lib/catalog/queries";
import { plans, venues } from "@/lib/db/schema/catalog";
import { testDatabase } from "@/lib/testing/database";

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
});
