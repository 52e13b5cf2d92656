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
});
