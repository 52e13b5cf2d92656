import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeReturnTo } from "./return-to";

describe("safeReturnTo", () => {
  it("keeps a path of this site with its query", () => {
    expect(safeReturnTo("/schedules/1?seats=2")).toBe("/schedules/1?seats=2");
  });

  it.each([undefined, "", "https://evil.test", "//evil.test", "/\\evil.test", "/\t/evil.test", "javascript:alert(1)"])(
    "never leads away from this site (%s)",
    (candidate) => {
      expect(safeReturnTo(candidate)).toMatch(/^\/(?![/\\])/);
      expect(safeReturnTo(candidate)).not.toContain("evil");
    },
  );

  it("stays on this site whatever the address says", () => {
    const hostile = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.webUrl(),
      fc.string({ unit: fc.constantFrom("/", "\\", "\t", "\n", ":", "@", ".", "e") }),
    );
    fc.assert(
      fc.property(hostile, (candidate) => {
        const site = "https://rowlock.test";
        expect(new URL(safeReturnTo(candidate), site).origin).toBe(site);
      }),
    );
  });
});
