import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fingerprintOf } from "./build";

const INPUTS = ["app", "next.config.ts", "not-there"];
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "rowlock-fingerprint-"));
  mkdirSync(join(root, "app/events"), { recursive: true });
  writeFileSync(join(root, "app/page.tsx"), "page");
  writeFileSync(join(root, "app/events/page.tsx"), "events");
  writeFileSync(join(root, "next.config.ts"), "config");
});
afterEach(() => rmSync(root, { recursive: true }));

describe("fingerprintOf", () => {
  it("stays the same when only the file times change, as after a checkout", () => {
    const before = fingerprintOf(root, INPUTS);
    utimesSync(join(root, "app/page.tsx"), new Date(0), new Date(0));

    expect(fingerprintOf(root, INPUTS)).toBe(before);
  });

  it("changes with the content of a file, however deep", () => {
    const before = fingerprintOf(root, INPUTS);
    writeFileSync(join(root, "app/events/page.tsx"), "Events");

    expect(fingerprintOf(root, INPUTS)).not.toBe(before);
  });

  it("changes when a file is renamed, added or removed", () => {
    const prints = [fingerprintOf(root, INPUTS)];
    renameSync(join(root, "app/page.tsx"), join(root, "app/layout.tsx"));
    prints.push(fingerprintOf(root, INPUTS));
    writeFileSync(join(root, "app/error.tsx"), "");
    prints.push(fingerprintOf(root, INPUTS));
    rmSync(join(root, "next.config.ts"));
    prints.push(fingerprintOf(root, INPUTS));

    expect(new Set(prints).size).toBe(prints.length);
  });

  it("does not change with a test or with what is not built", () => {
    const before = fingerprintOf(root, INPUTS);
    writeFileSync(join(root, "app/page.test.ts"), "test");
    writeFileSync(join(root, "README.md"), "words");

    expect(fingerprintOf(root, INPUTS)).toBe(before);
  });
});
