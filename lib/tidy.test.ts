import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { importFaults } from "./testing/house-rules";

const FILE_LINES_MAX = 250;
const BANNED_NAMES = /^(utils?|helpers?|misc|common|shared|manager|service|index)\.(ts|tsx|mjs)$/;
const LENGTH_EXEMPT = /^(lib\/db\/schema|drizzle|components\/ui|e2e)\/|\.test\.tsx?$/;

const tracked = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" });
const sources = tracked
  .split("\n")
  .filter((path) => /^(app|components|lib|scripts|bench|drizzle|e2e)\/.*\.(ts|tsx|mjs)$/.test(path))
  .flatMap((path) => {
    try {
      return [{ path, text: readFileSync(path, "utf8") }];
    } catch {
      return []; // Deleted but not yet committed.
    }
  });
const isTest = (path: string) => /\.test\.tsx?$|^e2e\/|^lib\/testing\//.test(path);

describe("the house", () => {
  it("keeps every file short enough to be read in one sitting", () => {
    const long = sources.filter(
      ({ path, text }) => !LENGTH_EXEMPT.test(path) && text.split("\n").length > FILE_LINES_MAX,
    );
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it("has no file whose name says nothing", () => {
    expect(sources.map(({ path }) => path).filter((path) => BANNED_NAMES.test(basename(path)))).toEqual([]);
  });

  it("imports downwards only", () => {
    const faults = sources.filter(({ path }) => !isTest(path)).flatMap(({ path, text }) => importFaults(path, text));
    expect(faults).toEqual([]);
  });

  it("reads the environment in one place", () => {
    const readers = sources
      .filter(({ path, text }) => /^(app|components|lib)\//.test(path) && !isTest(path) && text.includes("process.env"))
      .map(({ path }) => path);
    expect(readers).toEqual(["lib/env.ts"]);
  });

  it("leaves nothing for later", () => {
    const later = sources.filter(
      ({ path, text }) => path !== "lib/tidy.test.ts" && /\b(TODO|FIXME|XXX)\b|@ts-ignore|\bas any\b/.test(text),
    );
    expect(later.map(({ path }) => path)).toEqual([]);
  });
});

describe("the import rules", () => {
  it.each([
    ["lib/seats/hold-seats.ts", 'import { headers } from "next/headers";'],
    ["lib/kernel/errors.ts", 'import { env } from "@/lib/env";'],
    ["lib/points/post-points.ts", 'import { createBooking } from "@/lib/bookings/create-booking";'],
    ["lib/db/client.ts", 'import { holdSeats } from "@/lib/seats/hold-seats";'],
    ["components/seat-map/seat-map.tsx", 'import { openDatabase } from "@/lib/db/client";'],
    ["components/seat-map/hall.ts", 'import { readGeometry } from "@/lib/plans/read-geometry";'],
    ["lib/api/app.ts", 'import { revalidateTag } from "next/cache";'],
    ["app/[locale]/page.tsx", 'import { eq } from "drizzle-orm";'],
    ["lib/seats/rules.ts", 'import { assert } from "../kernel/assert";'],
    ["lib/seats/rules.ts", 'import { race } from "@/lib/testing/race";'],
  ])("flag a forbidden import planted in %s", (path, source) => {
    expect(importFaults(path, source)).toHaveLength(1);
  });
});
