import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = "app/[locale]";
const IMPORT = /^\s*import\s+(?!type\s)[^"';]*?from\s+["']([^"']+)["']|import\(["']([^"']+)["']\)/gm;
const NAMESPACE = /useTranslations\(\s*"([A-Za-z]+)/g;
const PROVIDED = /<ClientWords of=\{\[([^\]]*)\]\}/;

const read = (path: string) => readFileSync(path, "utf8");
const matches = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, one, other]) => one ?? other ?? "");

function fileOf(target: string, from: string): string | null {
  if (!/^[@.]/.test(target) || /^@[^/]/.test(target)) return null;
  const base = target.startsWith("@/") ? target.slice(2) : join(dirname(from), target);
  return [base, `${base}.tsx`, `${base}.ts`].find((path) => /\.tsx?$/.test(path) && existsSync(path)) ?? null;
}

/** The parts of the words that whatever runs in the browser asks for, from one file on. */
function wordsAskedFrom(start: string, seen = new Set<string>(), isWithin = false): string[] {
  const text = read(start);
  const isClient = isWithin || text.startsWith('"use client"');
  const key = `${start}/${isClient}`;
  if (seen.has(key) || text.startsWith('"use server"')) return [];
  seen.add(key);
  const onward = matches(text, IMPORT)
    .map((target) => fileOf(target, start))
    .filter((path) => path !== null && !/^lib\/(?!i18n|kernel|[a-z]+\/rules)/.test(path));
  return [
    ...(isClient ? matches(text, NAMESPACE) : []),
    ...onward.flatMap((path) => wordsAskedFrom(path ?? "", seen, isClient)),
  ];
}

/** What the page at `path` hands to the browser: its own, or else that of the nearest layout that hands out any. */
function wordsProvidedTo(path: string): string[] {
  const layouts = [];
  for (let dir = dirname(path); dir !== "app"; dir = dirname(dir)) layouts.push(join(dir, "layout.tsx"));
  for (const candidate of [path, ...layouts.filter(existsSync)]) {
    const [, parts] = PROVIDED.exec(read(candidate)) ?? [];
    if (parts !== undefined) return ["site", ...matches(parts, /"([A-Za-z]+)"/g)];
  }
  return [];
}

const delivered = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".tsx"))
  .map((path) => join(ROOT, path));

describe("the words sent to the browser", () => {
  it.each(delivered)("are all that %s needs there, and no more", (path) => {
    const asked = new Set(wordsAskedFrom(path));
    const provided = new Set(wordsProvidedTo(path));
    expect([...asked].filter((part) => !provided.has(part))).toEqual([]);
    const isOwn = PROVIDED.test(read(path)) && !path.endsWith("layout.tsx");
    if (isOwn) expect([...provided].filter((part) => part !== "site" && !asked.has(part))).toEqual([]);
  });

  it("finds what only a component deep below asks for", () => {
    expect(wordsAskedFrom(`${ROOT}/schedules/[scheduleId]/page.tsx`)).toContain("seatMap");
  });
});
