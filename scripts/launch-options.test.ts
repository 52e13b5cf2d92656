import { describe, expect, it } from "vitest";
import { mayLoadDemoData, parseLaunchOptions } from "./launch-options";

const ordinary = { reset: false, demo: false };
const production = { NODE_ENV: "production", DATABASE_URL: "postgres://db.example/rowlock" };

describe("parseLaunchOptions", () => {
  it("keeps the data unless told otherwise", () => {
    expect(parseLaunchOptions([])).toEqual(ordinary);
    expect(parseLaunchOptions(["--reset"])).toEqual({ reset: true, demo: false });
  });

  it.each([["--rest"], ["reset"], ["--reset=yes"]])("refuses %s and says what there is", (arg) => {
    expect(() => parseLaunchOptions([arg])).toThrow("npm start -- --reset");
  });
});

describe("mayLoadDemoData", () => {
  it("keeps demo data out of a given production database", () => {
    expect(mayLoadDemoData(production, ordinary)).toBe(false);
  });

  it("loads it there when asked to", () => {
    expect(mayLoadDemoData(production, { reset: false, demo: true })).toBe(true);
  });

  it("loads it into a database of our own, and into a given one that is not production", () => {
    expect(mayLoadDemoData({ ...production, DATABASE_URL: "" }, ordinary)).toBe(true);
    expect(mayLoadDemoData({ ...production, NODE_ENV: undefined }, ordinary)).toBe(true);
  });
});
