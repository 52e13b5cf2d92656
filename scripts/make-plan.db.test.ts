import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "make-plan-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs a command as a person would. */
function run(command: "make" | "import" | "export", ...args: string[]): Promise<{ code: number; output: string }> {
  const env = { ...process.env, DATABASE_URL: inject("databaseUrl") };
  return new Promise((resolve) => {
    execFile("node_modules/.bin/tsx", [`scripts/${command}-plan.ts`, ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : error ? 1 : 0, output: stdout + stderr });
    });
  });
}

const readJson = async (file: string) => JSON.parse(await readFile(file, "utf8"));

describe("a stadium", () => {
  it("is made, imported with the sidecar beside it, and exported as it was", async () => {
    const [made, exported, slug] = [join(folder, "stadium.json"), join(folder, "again.json"), randomUUID()];

    expect(await run("make", "stadium", "--out", made)).toMatchObject({ code: 0 });
    const imported = await run("import", made, "--venue", slug);
    const back = await run("export", slug, "--version", "1", "--out", exported);

    expect(imported.output).toContain("with stadium.sidecar.json");
    expect(imported.output).toMatch(/5000 of \d+ seats … 10000 of \d+ seats … .+version 1/);
    expect(imported.output).toContain("Nothing had to be put right.");
    expect(imported.code).toBe(0);
    expect(back).toMatchObject({ code: 0 });
    expect(await readJson(exported)).toEqual(await readJson(made));
    expect(await readJson(join(folder, "again.sidecar.json"))).toEqual(
      await readJson(join(folder, "stadium.sidecar.json")),
    );
  });
});

describe("a sidecar that was named", () => {
  it("is told of by the path of its fault", async () => {
    const [plan, sidecar] = [join(folder, "club.json"), join(folder, "other.json")];
    await run("make", "club", "--out", plan);
    const area = { points: [] };
    const general = [{ name: "Standing", capacity: -1, category: "A", area }];
    await writeFile(sidecar, JSON.stringify({ version: 1, general_admission: general }));

    const { code, output } = await run("import", plan, "--sidecar", sidecar);

    expect(code).toBe(1);
    expect(output).toContain("The sidecar other.json cannot be used: general_admission[0].capacity: ");
    expect(output).not.toContain("    at ");
  });
});

it("refuses a file of more than 20 MB without reading it", async () => {
  const file = join(folder, "huge.json");
  await writeFile(file, "{");
  await truncate(file, 21 * 1024 * 1024);

  const { code, output } = await run("import", file);

  expect(code).toBe(1);
  expect(output).toContain("The file has 21 MB; at most 20 MB are read");
});

it.each([
  ["make", [], "theatre, arena, club, stadium"],
  ["make", ["barn"], "theatre, arena, club, stadium"],
  ["export", [], "Usage:"],
  ["export", ["no-hall", "--version", "x"], "Usage:"],
  ["export", ["no-such-hall"], 'There is no hall "no-such-hall"'],
] as const)("%s-plan %j says what it needs", async (command, args, sentence) => {
  const { code, output } = await run(command, ...args);

  expect(code).toBe(1);
  expect(output).toContain(sentence);
  expect(existsSync("no-such-hall.json")).toBe(false);
});
